import { spawn, type ChildProcess } from "node:child_process";
import { closeSync, fstatSync, openSync, readSync, renameSync, statSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ExplainedError } from "../config/explained-error.ts";
import { guardPostmaster } from "./guard-postmaster.ts";
import { nativeProgram, type Natives } from "./locate-natives.ts";
import type { ClusterPlace } from "./place-cluster.ts";
import { readPostmasterPid } from "./read-postmaster-pid.ts";
import { spawnAs } from "./spawn-as.ts";

/** A running server process of ours. */
export interface Postmaster {
  readonly pid: number;
  /** Settles when the process has ended, for whatever reason. */
  readonly ended: Promise<void>;
  /** Fast shutdown: open transactions are rolled back, everything is flushed. Settles when the process has ended. */
  stop(): Promise<void>;
}

const POLL_MS = 5;
const READY_WITHIN_MS = 600_000; // recovery after a crash replays at most max_wal_size
const FAST_STOP_MS = 60_000;
const LOG_SHOWN = 4_000;
const LOG_LIMIT = 10 * 1024 * 1024;

/** PostgreSQL's words when processes of a killed server have not yet noticed that it is gone; they do within a second. */
const STILL_IN_USE = "pre-existing shared memory block";
const STILL_IN_USE_RETRIES = 50;
const STILL_IN_USE_PAUSE_MS = 200;

/**
 * Starts the server on a cluster that nobody else uses, in a process group of its own, and waits until it takes connections.
 * @throws ExplainedError with the end of the server's log when it does not start.
 */
export async function launchPostmaster(
  natives: Natives,
  place: ClusterPlace,
  settings: Record<string, string>,
): Promise<Postmaster> {
  for (let attempt = 0; ; attempt += 1) {
    const outcome = await launchOnce(natives, place, settings);
    if (typeof outcome !== "string") return outcome;
    if (!outcome.includes(STILL_IN_USE) || attempt === STILL_IN_USE_RETRIES) {
      throw new ExplainedError(`PostgreSQL did not start on ${place.clusterFolder}:\n${outcome}`);
    }
    await sleep(STILL_IN_USE_PAUSE_MS);
  }
}

async function launchOnce(
  natives: Natives,
  place: ClusterPlace,
  settings: Record<string, string>,
): Promise<Postmaster | string> {
  const logFile = join(place.folder, "postgres.log");
  const log = openLog(logFile);
  const logStart = fstatSync(log).size;
  const guard = guardPostmaster(place.clusterFolder, natives);
  try {
    const words = Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
    const child = spawn(nativeProgram(natives, "postgres"), ["-D", place.clusterFolder, ...words], {
      ...spawnAs(place.account, place.clusterFolder),
      detached: process.platform !== "win32",
      stdio: ["ignore", log, log],
    });
    const ended = new Promise<void>((resolve) => {
      child.once("exit", () => resolve());
      child.once("error", () => resolve());
    });
    void ended.then(() => guard.dismiss());
    const { pid } = child;
    if (pid === undefined || !(await becomesReady(child, pid, place.clusterFolder, guard.watch))) {
      await ended;
      return readFrom(logFile, logStart);
    }
    // The program's own work keeps it alive, not the database; should it end early, the guard stops the server.
    child.unref();
    return { pid, ended, stop: () => stopPostmaster(child, ended, natives) };
  } finally {
    closeSync(log);
  }
}

async function becomesReady(
  child: ChildProcess,
  pid: number,
  clusterFolder: string,
  watch: (pid: number) => void,
): Promise<boolean> {
  watch(pid);
  const until = Date.now() + READY_WITHIN_MS;
  while (child.exitCode === null && child.signalCode === null) {
    const lock = readPostmasterPid(clusterFolder);
    if (lock?.pid === pid && lock.status === "ready") return true;
    if (Date.now() > until) child.kill("SIGQUIT");
    await sleep(POLL_MS);
  }
  return false;
}

async function stopPostmaster(child: ChildProcess, ended: Promise<void>, natives: Natives): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  if (process.platform === "win32") spawn(nativeProgram(natives, "pg_ctl"), ["kill", "INT", String(child.pid)]);
  else child.kill("SIGINT");
  const patience = new AbortController();
  const tooLong = sleep(FAST_STOP_MS, "too long", { signal: patience.signal }).catch(() => "in time");
  if ((await Promise.race([ended, tooLong])) === "too long") child.kill("SIGQUIT");
  await ended;
  patience.abort();
}

function openLog(file: string): number {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LOG_LIMIT) renameSync(file, `${file}.old`);
  return openSync(file, "a+", 0o600);
}

function readFrom(file: string, start: number): string {
  const log = openSync(file, "r");
  try {
    const size = fstatSync(log).size;
    const from = Math.max(start, size - LOG_SHOWN);
    const bytes = Buffer.alloc(size - from);
    readSync(log, bytes, 0, bytes.length, from);
    return bytes.toString("utf8").trim();
  } finally {
    closeSync(log);
  }
}
