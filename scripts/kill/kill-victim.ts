import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import type { Pool } from "pg";
import { pending } from "./caller.ts";
import type { Work } from "./caller.ts";
import type { HouseProcess } from "./house-process.ts";
import type { KillHouse } from "./kill-house.ts";
import { jobsHeldBy, requestsOf, workersAt, writers } from "./work-in-flight.ts";

export type Victim = "server" | "worker" | "database";

/** A kill, and how much was under way in the victim when it died: requests, jobs or transactions. */
export interface Kill {
  readonly victim: Victim;
  readonly work: Work;
  readonly how: string;
  readonly inFlight: number;
}

/** How far into the work a kill comes at most. */
const LATEST_MS: Readonly<Record<Victim, Readonly<Record<Work, number>>>> = {
  server: { import: 40, routing: 15, "hand-off": 15 },
  worker: { import: 500, routing: 20, "hand-off": 80 },
  database: { import: 500, routing: 100, "hand-off": 100 },
};
const WORK_BEGINS_WITHIN_MS = 30_000;
const LOOK_EVERY_MS = 2;

/** Waits until the victim is at that work, kills it a random moment later, and brings it back. */
export async function killVictim(
  house: KillHouse,
  pool: Pool,
  workerIds: ReadonlyMap<string, HouseProcess>,
  victim: Victim,
  work: Work,
  random: () => number,
): Promise<Kill> {
  const pause = (): Promise<void> => sleep(random() * LATEST_MS[victim][work]);
  const told = { victim, work };
  if (victim === "server") {
    await until(() => requestsOf(work) > 0);
    await pause();
    return { ...told, how: "the server", inFlight: await killServer(house) };
  }
  if (victim === "worker") {
    let processId: string | undefined;
    await until(async () => (processId = (await workersAt(pool, work)).find((id) => workerIds.has(id))) !== undefined);
    await pause();
    const worker = workerIds.get(processId ?? "");
    if (!worker || processId === undefined) throw new Error("there is no worker to kill");
    await worker.kill();
    const inFlight = await jobsHeldBy(pool, processId);
    await worker.start();
    return { ...told, how: worker.name, inFlight };
  }
  await until(async () => isAt(pool, work));
  await pause();
  return { ...told, ...(await killDatabase(house, pool, random() < 0.5)) };
}

const isAt = async (pool: Pool, work: Work): Promise<boolean> =>
  work === "import" ? (await workersAt(pool, work)).length > 0 : requestsOf(work) > 0;

async function killServer({ web }: KillHouse): Promise<number> {
  const underWay = [...pending];
  await web.kill();
  await Promise.all(underWay.map(({ settled }) => settled));
  const starting = web.start();
  const inFlight = underWay.filter(({ broken }) => broken).length;
  await starting;
  return inFlight;
}

/** Kills the postmaster, or the process of one transaction, after which PostgreSQL ends all others and recovers. */
async function killDatabase(
  { postgres }: KillHouse,
  pool: Pool,
  whole: boolean,
): Promise<Pick<Kill, "how" | "inFlight">> {
  const writing = await writers(pool);
  const [backend] = writing;
  const ended = postgres.ended();
  // PostgreSQL learns of the death a moment later, and answers until then: that this connection goes says that it knows.
  const witness = await pool.connect();
  const cutOff = new Promise((resolve) => witness.once("end", resolve));
  process.kill(whole || backend === undefined ? postgres.pid : backend, "SIGKILL");
  if (whole || backend === undefined) await ended;
  await cutOff;
  witness.release(true);
  await until(async () => Boolean((await pool.query("select")).rowCount), LOOK_EVERY_MS * 50);
  return {
    how: whole || backend === undefined ? "the database" : "a process of the database",
    inFlight: writing.length,
  };
}

/** Waits until it is so; while the database is away it is not. */
async function until(isSo: () => boolean | Promise<boolean>, everyMs = LOOK_EVERY_MS): Promise<void> {
  const end = performance.now() + WORK_BEGINS_WITHIN_MS;
  for (;;) {
    try {
      if (await isSo()) return;
    } catch (error) {
      if (performance.now() > end) throw error;
    }
    if (performance.now() > end) throw new Error(`waited ${WORK_BEGINS_WITHIN_MS} ms for ${isSo}`);
    await sleep(everyMs);
  }
}
