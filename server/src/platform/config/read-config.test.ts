import fc from "fast-check";
import { join } from "node:path";
import { expect, test } from "vitest";
import { ExplainedError } from "./explained-error.ts";
import { readConfig } from "./read-config.ts";

const PROJECT = "/srv/tongzhou";

test("without any variable everything runs on this machine only, embedded and with the demo", () => {
  expect(readConfig({}, PROJECT)).toEqual({
    port: 3000,
    portWasSet: false,
    host: "127.0.0.1",
    dataDir: join(PROJECT, ".data"),
    databaseUrl: undefined,
    role: "all",
    demo: true,
    publicUrl: undefined,
    logLevel: "info",
    warnings: [],
  });
});

test("every variable is read", () => {
  const config = readConfig(
    {
      TONGZHOU_PORT: "8080",
      TONGZHOU_HOST: "[::1]",
      TONGZHOU_DATA_DIR: "/data/船",
      DATABASE_URL: "postgresql://app:secret@db:5432/crm",
      TONGZHOU_ROLE: "worker",
      TONGZHOU_DEMO: "1",
      TONGZHOU_URL: "https://crm.example.com/",
      TONGZHOU_LOG: "debug",
    },
    PROJECT,
  );
  expect(config).toMatchObject({
    port: 8080,
    portWasSet: true,
    host: "::1",
    dataDir: "/data/船",
    databaseUrl: "postgresql://app:secret@db:5432/crm",
    role: "worker",
    demo: true,
    publicUrl: "https://crm.example.com",
    logLevel: "debug",
  });
});

test("an own database gets no demo unless it is asked for", () => {
  expect(readConfig({ DATABASE_URL: "postgres://db/crm" }, PROJECT).demo).toBe(false);
  expect(readConfig({ TONGZHOU_DEMO: "0" }, PROJECT).demo).toBe(false);
});

test("an empty variable counts as unset", () => {
  expect(readConfig({ TONGZHOU_PORT: "", DATABASE_URL: " " }, PROJECT)).toEqual(readConfig({}, PROJECT));
});

test("all wrong values are named at once with the value and what is allowed, a password excepted", () => {
  const read = (): unknown =>
    readConfig(
      {
        TONGZHOU_PORT: "eighty",
        TONGZHOU_ROLE: "boss",
        TONGZHOU_DEMO: "yes",
        TONGZHOU_URL: "crm.example.com/app",
        DATABASE_URL: "mysql://root:hunter2@db/crm",
        TONGZHOU_LOG: "loud",
        TONGZHOU_HOST: "not a host",
      },
      PROJECT,
    );
  expect(read).toThrow(ExplainedError);
  let message = "";
  try {
    read();
  } catch (error) {
    message = (error as Error).message;
  }
  expect(message).toContain('TONGZHOU_PORT: "eighty" is not allowed; it must be a port number from 1 to 65535.');
  expect(message).toContain('TONGZHOU_ROLE: "boss" is not allowed; it must be all, web or worker.');
  expect(message).toContain('TONGZHOU_DEMO: "yes" is not allowed; it must be 0 or 1.');
  expect(message).toContain("TONGZHOU_URL");
  expect(message).toContain("TONGZHOU_LOG");
  expect(message).toContain("TONGZHOU_HOST");
  expect(message).toContain("DATABASE_URL: the value (not shown) is not allowed");
  expect(message).not.toContain("hunter2");
});

test("a port is accepted exactly when it is a whole number from 1 to 65535", () => {
  fc.assert(
    fc.property(fc.oneof(fc.integer({ min: -10, max: 70_000 }).map(String), fc.string()), (text) => {
      const trimmed = text.trim();
      const allowed = /^\d{1,5}$/.test(trimmed) && Number(trimmed) >= 1 && Number(trimmed) <= 65_535;
      if (trimmed === "") return;
      if (allowed) expect(readConfig({ TONGZHOU_PORT: text }, PROJECT).port).toBe(Number(trimmed));
      else expect(() => readConfig({ TONGZHOU_PORT: text }, PROJECT)).toThrow("TONGZHOU_PORT");
    }),
  );
});

test("a variable that nobody knows is named in a warning", () => {
  const { warnings } = readConfig({ TONGZHOU_PROT: "80", HOME: "/root" }, PROJECT);
  expect(warnings).toHaveLength(1);
  expect(warnings[0]).toContain("TONGZHOU_PROT is not a variable of Tongzhou");
});
