import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { connect, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, expect, inject, test, vi } from "vitest";
import { liveHolder } from "./platform/postgres/claim-folder.ts";
import { inspectProcess } from "./platform/postgres/inspect-process.ts";
import { readPostmasterPid } from "./platform/postgres/read-postmaster-pid.ts";
import { projectFolder } from "./platform/project-folder.ts";

// The program as it is shipped: reading the sources one by one would make each start several seconds longer. The bundle
// lies in the project, where it finds the packages.
const BUNDLE = join(projectFolder(), ".test", `program-${process.pid}`);
const MAIN = join(BUNDLE, "server", "main.js");
const COMMAND = join(BUNDLE, "server", "command.js");
const BUILD = join(projectFolder(), "scripts", "build.mjs");
const cluster = inject("testPostgres");

/** Long, because a test machine may be doing a lot else; a start takes one or two seconds. */
const START_LIMIT_MS = 60_000;
vi.setConfig({ testTimeout: 2 * START_LIMIT_MS });

/** How long a patient stop waits for requests under way. */
const DRAIN_MS = 10_000;

interface Program {
  readonly child: ChildProcess;
  /** Everything printed so far. */
  readonly printed: () => string;
  readonly exitCode: Promise<number | null>;
}

// One data folder for most tests: each start but the first finds what the one before it left.
const folder = mkdtempSync(join(tmpdir(), "tongzhou-main-"));
chmodSync(folder, 0o711);
const usualData = join(folder, "usual");
let started: Program[];

beforeEach(() => {
  started = [];
});

afterEach(async () => {
  for (const { child, exitCode } of started) {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGTERM");
    await exitCode;
  }
});

beforeAll(() => {
  execFileSync(process.execPath, [BUILD, "server", `--into=${BUNDLE}`], { stdio: "ignore" });
});

afterAll(() => {
  rmSync(BUNDLE, { recursive: true, force: true });
  rmSync(folder, { recursive: true, force: true });
});

/** Starts the program as `npm start` does, with an environment that holds nothing but what is given. */
function start(variables: Record<string, string> = {}): Program {
  return run([MAIN], variables);
}

/** Runs a command as `npm run tongzhou --` does, to its end. */
async function command(...words: string[]): Promise<{ exitCode: number | null; printed: string }> {
  const program = run([COMMAND, ...words], {});
  return { exitCode: await program.exitCode, printed: program.printed() };
}

function run(words: readonly string[], variables: Record<string, string>): Program {
  const child = spawn(process.execPath, ["--enable-source-maps", ...words], {
    env: {
      PATH: process.env["PATH"] ?? "",
      TONGZHOU_DATA_DIR: usualData,
      TONGZHOU_DEMO: "0",
      ...variables,
    },
    stdio: ["ignore", "pipe", "pipe"],
    detached: true, // a process group of its own, to which a terminal would send Ctrl-C
  });
  let text = "";
  child.stdout.on("data", (piece: Buffer) => (text += piece.toString()));
  child.stderr.on("data", (piece: Buffer) => (text += piece.toString()));
  const exitCode = once(child, "close").then(([code]) => code as number | null);
  const program = { child, printed: () => text, exitCode };
  started.push(program);
  return program;
}

/** As a terminal does: to every process of the group, the database included if it were in it. */
function pressCtrlC(program: Program): void {
  process.kill(-(program.child.pid ?? 0), "SIGINT");
}

async function addressOf(program: Program): Promise<string> {
  await until(program, () => /^ {2}open +http/m.test(program.printed()));
  return /^ {2}open +(\S+)/m.exec(program.printed())?.[1] ?? "";
}

async function until(program: Program, what: () => boolean | Promise<boolean>): Promise<void> {
  const end = Date.now() + START_LIMIT_MS;
  while (!(await what())) {
    if (program.child.exitCode !== null || Date.now() > end) throw new Error(`waited in vain:\n${program.printed()}`);
    await sleep(20);
  }
}

async function healthAt(address: string): Promise<{ status: number; body: Record<string, unknown> }> {
  const response = await fetch(`${address}/api/health`);
  return { status: response.status, body: (await response.json()) as Record<string, unknown> };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  await new Promise((resolve) => void server.close(resolve));
  return port;
}

const clusterFolder = join(usualData, "postgres");

test("the program starts, is healthy, refuses a second one on its data, and Ctrl-C stops everything", async () => {
  const port = String(await freePort());
  const program = start({ TONGZHOU_PORT: port });
  const address = await addressOf(program);
  expect(address).toBe(`http://127.0.0.1:${port}`);
  expect(await healthAt(address)).toEqual({
    status: 200,
    body: { status: "ready", database: "ready", migrations: "ready", jobs: "ready" },
  });
  const postmaster = readPostmasterPid(clusterFolder)?.pid ?? 0;
  expect(inspectProcess(postmaster).state).toBe("alive");

  const second = start();
  expect(await second.exitCode).toBe(1);
  expect(second.printed()).toContain(`already running on this data at ${address}`);

  pressCtrlC(program);
  expect(await program.exitCode).toBe(0);
  expect(inspectProcess(postmaster).state).not.toBe("alive");
  expect(existsSync(join(clusterFolder, "postmaster.pid"))).toBe(false);
  expect(program.printed()).not.toContain("57P01"); // nobody was connected any more when the database stopped
  expect(liveHolder(usualData)).toBeUndefined();
  await expect(fetch(`${address}/api/health`)).rejects.toThrow("fetch failed");
});

test("a database killed with -9 comes back under the running program", async () => {
  const program = start({ TONGZHOU_PORT: String(await freePort()) });
  const address = await addressOf(program);
  const killed = readPostmasterPid(clusterFolder)?.pid ?? 0;
  process.kill(killed, "SIGKILL");
  await until(program, () => readPostmasterPid(clusterFolder)?.pid !== killed);
  await until(program, async () => (await healthAt(address)).status === 200);
  program.child.kill("SIGTERM");
  expect(await program.exitCode).toBe(0);
  expect(program.printed()).toContain("PostgreSQL had ended by itself and runs again");
});

test("a program killed with -9 leaves nothing that keeps the next start from working", async () => {
  const port = String(await freePort());
  const first = start({ TONGZHOU_PORT: port });
  await addressOf(first);
  first.child.kill("SIGKILL");
  await first.exitCode;
  const second = start({ TONGZHOU_PORT: port });
  expect((await healthAt(await addressOf(second))).status).toBe(200);
});

test("a backup is made beside the running program and restored when it has stopped", async () => {
  const program = start({ TONGZHOU_PORT: String(await freePort()) });
  await addressOf(program);
  const file = join(folder, "company.backup");
  expect(await command("backup", file)).toMatchObject({
    exitCode: 0,
    printed: expect.stringMatching(/\d+ rows of \d+ tables are in .+company\.backup/),
  });
  expect(await command("restore", file, "--replace")).toMatchObject({
    exitCode: 1,
    printed: expect.stringContaining("already running on this data"),
  });
  program.child.kill("SIGTERM");
  await program.exitCode;
  expect(await command("restore", file, "--replace")).toMatchObject({
    exitCode: 0,
    printed: expect.stringMatching(/\d+ rows of \d+ tables, as of .+, are in place\./),
  });
  expect(await command("restroe", file)).toMatchObject({
    exitCode: 2,
    printed: expect.stringMatching(/There is no command restroe\..+restore FILE/s),
  });
});

test("an impatient second Ctrl-C still lets the database end properly", async () => {
  const program = start({ TONGZHOU_PORT: String(await freePort()) });
  const address = new URL(await addressOf(program));
  // A request that never ends, for which a patient stop would wait.
  const visitor = connect(Number(address.port), address.hostname);
  visitor.on("error", () => undefined);
  visitor.write(
    `POST /api/session HTTP/1.1\r\nHost: ${address.host}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{`,
  );
  await sleep(100);
  const postmaster = readPostmasterPid(clusterFolder)?.pid ?? 0;
  const pressedAt = Date.now();
  pressCtrlC(program);
  await sleep(700); // sooner it would count as the same press, which npm passes on once more
  expect(program.child.exitCode).toBeNull();
  pressCtrlC(program);
  expect(await program.exitCode).toBe(0);
  expect(Date.now() - pressedAt).toBeLessThan(DRAIN_MS);
  expect(inspectProcess(postmaster).state).not.toBe("alive");
  expect(existsSync(join(clusterFolder, "postmaster.pid"))).toBe(false);
  visitor.destroy();
});

test("a first start that is interrupted while it prepares leaves a folder that the next start can use", async () => {
  const data = join(folder, "interrupted");
  const first = start({ TONGZHOU_DATA_DIR: data });
  await until(first, () => existsSync(join(data, "running.json")));
  first.child.kill("SIGINT");
  await first.exitCode;
  const second = start({ TONGZHOU_DATA_DIR: data, TONGZHOU_PORT: String(await freePort()) });
  expect((await healthAt(await addressOf(second))).status).toBe(200);
});

test("a wrong configuration is told and nothing is started", async () => {
  const data = join(folder, "never");
  const program = start({ TONGZHOU_PORT: "eighty", TONGZHOU_ROLE: "boss", TONGZHOU_DATA_DIR: data });
  expect(await program.exitCode).toBe(1);
  expect(program.printed()).toContain('TONGZHOU_PORT: "eighty" is not allowed');
  expect(program.printed()).toContain('TONGZHOU_ROLE: "boss" is not allowed');
  expect(existsSync(data)).toBe(false);
});

test("a port that was set and is in use is told, and the database is stopped again", async () => {
  const taken = createServer().listen(0, "127.0.0.1");
  await once(taken, "listening");
  const address = taken.address();
  const port = address !== null && typeof address === "object" ? address.port : 0;
  const program = start({ TONGZHOU_PORT: String(port) });
  expect(await program.exitCode).toBe(1);
  expect(program.printed()).toContain(`TONGZHOU_PORT: port ${port} is in use by another program.`);
  expect(existsSync(join(clusterFolder, "postmaster.pid"))).toBe(false);
  taken.close();
});

test("with DATABASE_URL two processes share the work, and no data folder appears", async () => {
  const database = `main_${process.pid}_${Date.now().toString(36)}`;
  const admin = new Client({ ...cluster, database: "postgres" });
  await admin.connect();
  await admin.query(`create database ${database}`);
  const data = join(folder, "unused");
  const url = `postgresql://${cluster.user}@/${database}?host=${encodeURIComponent(cluster.host)}`;
  const web = start({
    DATABASE_URL: url,
    TONGZHOU_DATA_DIR: data,
    TONGZHOU_ROLE: "web",
    TONGZHOU_PORT: String(await freePort()),
  });
  const address = await addressOf(web);
  expect(await healthAt(address)).toMatchObject({ status: 200, body: { jobs: "none" } });

  const workerPort = String(await freePort());
  const worker = start({
    DATABASE_URL: url,
    TONGZHOU_DATA_DIR: data,
    TONGZHOU_ROLE: "worker",
    TONGZHOU_PORT: workerPort,
  });
  expect(await healthAt(await addressOf(worker))).toMatchObject({ status: 200, body: { jobs: "ready" } });
  expect(await healthAt(address)).toMatchObject({ status: 200, body: { jobs: "ready" } });

  for (const program of [worker, web]) program.child.kill("SIGTERM");
  expect(await worker.exitCode).toBe(0);
  expect(await web.exitCode).toBe(0);
  expect(existsSync(data)).toBe(false);
  await admin.query(`drop database ${database} with (force)`);
  await admin.end();
});
