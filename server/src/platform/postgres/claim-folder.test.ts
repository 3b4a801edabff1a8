import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { claimFolder, FolderInUse, liveHolder } from "./claim-folder.ts";

const HOLDER = fileURLToPath(new URL("./claim-holder.fixture.ts", import.meta.url));
const PROGRAMS = 4;

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tongzhou-claim-"));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

test("a folder is held by one at a time and free again after release", () => {
  const claim = claimFolder(folder);
  claim.describe({ address: "http://127.0.0.1:3000" });
  expect(() => claimFolder(folder)).toThrow(FolderInUse);
  expect(liveHolder(folder)).toMatchObject({ pid: process.pid, address: "http://127.0.0.1:3000" });
  claim.release();
  expect(liveHolder(folder)).toBeUndefined();
  claimFolder(folder).release();
  expect(readdirSync(folder)).toEqual([]);
});

test("a lock of a process id that another program has by now does not count", () => {
  claimFolder(folder);
  const lock = join(folder, "running.json");
  const holder = JSON.parse(readFileSync(lock, "utf8")) as { born: string };
  writeFileSync(lock, JSON.stringify({ ...holder, born: "some other boot 4711" }));
  expect(liveHolder(folder)).toBeUndefined();
  claimFolder(folder).release();
});

test("a lock that cannot be read does not count", () => {
  writeFileSync(join(folder, "running.json"), "{ half a li");
  claimFolder(folder).release();
});

test("of programs that start at once on a folder with a dead lock, exactly one gets it", async () => {
  writeFileSync(join(folder, "running.json"), JSON.stringify({ pid: 1, born: "long ago", since: "2025-11-21" }));
  const programs = Array.from({ length: PROGRAMS }, () => {
    const child = spawn(process.execPath, ["--import", "tsx", HOLDER, folder], { stdio: ["pipe", "pipe", "inherit"] });
    return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
  });
  for (const { lines } of programs) expect((await lines.next()).value).toBe("waiting");
  for (const { child } of programs) child.stdin.write("now\n");
  const answers: string[] = [];
  for (const { lines } of programs) answers.push(String((await lines.next()).value));
  expect(answers.filter((answer) => answer === "claimed")).toHaveLength(1);
  expect(answers.filter((answer) => answer.includes("already running on this data"))).toHaveLength(PROGRAMS - 1);
  for (const { child } of programs) {
    const ended = once(child, "exit");
    child.stdin.end();
    await ended;
  }
});
