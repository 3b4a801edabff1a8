import { existsSync, mkdtempSync, readFileSync, readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import pino from "pino";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "./app.ts";
import type { App } from "./app.ts";
import { readConfig } from "./platform/config/read-config.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import { API_PREFIX } from "./platform/http/register-endpoint.ts";
import { Metrics } from "./platform/metrics/metrics.ts";
import { projectFolder } from "./platform/project-folder.ts";

let app: App;

beforeAll(async () => {
  const database = await createTestDatabase();
  app = await createApp({
    config: readConfig({}, mkdtempSync(join(tmpdir(), "tongzhou-app-"))),
    house: database.house,
    connection: database.connection,
    log: pino({ level: "silent" }),
    metrics: new Metrics(),
    readHealth: async () => ({ status: "ready", database: "ready", migrations: "ready", jobs: "ready" }),
  });
  afterAll(() => app.app.close());
});

/** A refusal thrown, a wrong field named, a reason why something cannot be undone. */
const CODES = [
  /new (?:Refused|Conflict|NotFound|NotAllowed|NotSignedIn)\(\s*"([\w.]+)"/g,
  /code: "(field\.\w+)"/g,
  /notUndoable: "([\w.]+)"/g,
];

/** The codes of refusals in the source files of a folder. */
function codesBelow(folder: string): string[] {
  const root = join(projectFolder(), "server", "src", folder);
  return readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".ts") && !/\.(test|fixture)\.ts$/.test(path))
    .map((path) => readFileSync(join(root, path), "utf8"))
    .flatMap((text) => CODES.flatMap((pattern) => [...text.matchAll(pattern)].flatMap((match) => match[1] ?? [])));
}

const SOMETHING = "00000000-0000-7000-8000-000000000000";

describe("every endpoint", () => {
  test("turns nobody away before anything is parsed, unless it is open for a stated reason", async () => {
    const open: string[] = [];
    for (const { endpoint, access } of app.endpoints) {
      const answer = await app.app.inject({
        method: endpoint.method,
        url: API_PREFIX + endpoint.path.replace(/:\w+/g, SOMETHING),
        headers: { host: "a", origin: "http://a" },
        ...(endpoint.method === "GET" || endpoint.method === "DELETE" ? {} : { payload: {} }),
      });
      if (access === "open") open.push(endpoint.id);
      else expect([endpoint.id, answer.statusCode]).toEqual([endpoint.id, 401]);
    }
    expect(open.toSorted()).toEqual([
      "people.firstRun",
      "people.showDoor",
      "people.signIn",
      // A person's own page of what they allowed, by the signed link that we sent them.
      "privacy.savePreference",
      "privacy.showPreferences",
      "privacy.unsubscribe",
    ]);
  });

  test("has its own id and address", () => {
    const ids = app.endpoints.map(({ endpoint }) => endpoint.id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { endpoint } of app.endpoints) expect(endpoint.id).toMatch(/^[a-z][a-zA-Z]*\.[a-z][a-zA-Z]*$/);
  });

  test("belongs to a capability that tests its refusals", () => {
    const untested = [...new Set(app.endpoints.map(({ capability }) => capability))].filter((name) => {
      const path = join(projectFolder(), "server", "src", "capabilities", name, `${name}.refusals.test.ts`);
      return !existsSync(path) || !readFileSync(path, "utf8").includes("testRefusals(");
    });
    expect(untested).toEqual([]);
  });

  test("refuses with codes that have sentences in both languages", () => {
    const promised = app.endpoints.flatMap(({ endpoint }) => endpoint.errors);
    const served = [...new Set(app.endpoints.map(({ capability }) => `capabilities/${capability}`)), "platform"];
    const thrown = served.flatMap(codesBelow);
    expect(thrown.length).toBeGreaterThan(20);
    expect([...new Set([...promised, ...thrown])].filter((code) => !app.phrases.has(code))).toEqual([]);
  });
});

describe("the description of the API", () => {
  test("is OpenAPI 3.1 with every endpoint, and shapes by name", async () => {
    const { openapi, paths, components } = (await app.app.inject("/api/openapi.json")).json();
    expect(openapi).toBe("3.1.0");
    const described = Object.values(paths as Record<string, Record<string, { operationId: string }>>).flatMap(
      (methods) => Object.values(methods).map(({ operationId }) => operationId),
    );
    expect(described.toSorted()).toEqual(app.endpoints.map(({ endpoint }) => endpoint.id).toSorted());
    expect(Object.keys(components.schemas)).toEqual(expect.arrayContaining(["Person", "Problem", "Team", "WhoAmI"]));
    expect(paths["/api/people/{personId}"].get.responses["200"].content["application/json"].schema).toEqual({
      $ref: "#/components/schemas/Person",
    });
  });

  test("is a page to read, without any script, under a strict policy", async () => {
    const page = await app.app.inject("/api/docs");
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.headers["content-security-policy"]).toBe(
      "default-src 'none'; style-src 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(page.payload).not.toMatch(/<script|<style| style=| on\w+=/i);
    for (const { endpoint } of app.endpoints) expect(page.payload).toContain(endpoint.id);
    expect((await app.app.inject("/api/docs.css")).headers["content-type"]).toContain("text/css");
  });
});

describe("metrics", () => {
  test("are for this machine itself, not for whoever comes through a proxy", async () => {
    expect((await app.app.inject("/api/metrics")).payload).toContain("tongzhou_http_requests_total");
    const proxied = await app.app.inject({ url: "/api/metrics", headers: { "x-forwarded-for": "10.0.0.1" } });
    expect(proxied.statusCode).toBe(404);
    const remote = await app.app.inject({ url: "/api/metrics", remoteAddress: "10.0.0.1" });
    expect(remote.statusCode).toBe(404);
  });
});

test("an address that nothing is registered at says so in words", async () => {
  const answer = await app.app.inject("/api/nothing");
  expect([answer.statusCode, answer.json().code]).toEqual([404, "no_such_address"]);
});

test("health is told without signing in", async () => {
  expect((await app.app.inject("/api/health")).json()).toMatchObject({ status: "ready" });
});
