import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { TestDatabase } from "../database/test-database.ts";

const PROGRAM = fileURLToPath(new URL("killed-worker.fixture.ts", import.meta.url));
const LONGEST_LIFE_MS = 400;

/** A worker process that the test started. */
export interface WorkerProcess {
  readonly processId: string;
  /** Ends it the way a power cut does. */
  kill(): Promise<void>;
}

/** Starts a worker process and waits until it works. */
export async function spawnWorker({ connection }: TestDatabase): Promise<WorkerProcess> {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, JSON.stringify(connection)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const processId = await firstLine(child);
  return {
    processId,
    async kill() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const gone = once(child, "exit");
      child.kill("SIGKILL");
      await gone;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error("the worker has no output");
  for await (const line of createInterface(child.stdout)) return line;
  throw new Error("the worker ended before it began");
}

export interface KillRound {
  /** Jobs the victim left locked: work that was in flight. */
  readonly held: number;
}

/** A generator of numbers between 0 and 1 that a seed repeats (mulberry32). */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Kills a worker that has a job in hand, a random moment after it took it, and puts a new one in its place. */
export async function killOne(
  database: TestDatabase,
  workers: WorkerProcess[],
  random: () => number,
): Promise<KillRound> {
  await sleep(random() * LONGEST_LIFE_MS);
  const busy = await heldBy(database);
  const candidates = workers.filter(({ processId }) => busy.has(processId));
  const victims = candidates.length > 0 ? candidates : workers;
  const victim = victims[Math.floor(random() * victims.length)];
  if (!victim) throw new Error("there is no worker to kill");
  await victim.kill();
  const held = (await heldBy(database)).get(victim.processId) ?? 0;
  workers[workers.indexOf(victim)] = await spawnWorker(database);
  return { held };
}

/** How many jobs each process holds. */
export async function heldBy({ pool }: TestDatabase): Promise<Map<string, number>> {
  const { rows } = await pool.query<{ id: string; held: number }>(
    `select process.id, count(*) as held
     from graphile_worker._private_jobs as job
     join worker_process as process on job.locked_by = any(process.worker_ids)
     group by process.id`,
  );
  return new Map(rows.map(({ id, held }) => [id, held]));
}
