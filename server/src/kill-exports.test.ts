import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { listExports } from "@tongzhou/contract/exports";
import Papa from "papaparse";
import { afterAll, expect, test } from "vitest";
import { openExportWorld } from "./export-world.fixture.ts";
import { TEST_MORNING } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { readLongOperation } from "./platform/jobs/list-long-operations.ts";
import { releaseDeadWorkers } from "./platform/jobs/release-dead-workers.ts";
import { waitUntil } from "./platform/jobs/wait-until.ts";

const PROGRAM = fileURLToPath(new URL("export-worker.fixture.ts", import.meta.url));
const KILLS = 3;
const ROWS = 9000;
const LONGEST_LIFE_MS = 250;
const PATIENCE_MS = 60_000;

const alive = new Set<ChildProcess>();
afterAll(async () => void (await Promise.all([...alive].map(kill))));

async function startWorker({ connection }: TestDatabase): Promise<ChildProcess> {
  const given = JSON.stringify({ connection, now: TEST_MORNING });
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, given], { stdio: ["ignore", "pipe", "inherit"] });
  alive.add(child);
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

async function kill(child: ChildProcess): Promise<void> {
  alive.delete(child);
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** Bytes of files that nobody has finished. */
const halfWritten = async ({ pool }: TestDatabase): Promise<number> =>
  Number((await pool.query("select count(*)::int as count from stored_file where not complete")).rows[0]?.count);

test(
  "an export whose worker is killed in the midst of the file is written anew by the next one, each row once",
  async () => {
    const world = await openExportWorld();
    const { database, cast, http } = world;
    await world.meet(
      cast.陈浩,
      Array.from({ length: ROWS }, (_, at) => `客户${at}`),
    );
    const body = {
      object: "contact" as const,
      choice: { filter: { combinator: "and", rules: [] } },
      columns: ["name", "phone"],
      format: "csv" as const,
    };
    const { id } = (await http.as(cast.陈浩).call(listExports.begin, { body })).body;
    const state = async () => (await readLongOperation(database.pool, id))?.state;
    for (let killed = 0; killed < KILLS; killed++) {
      const before = await halfWritten(database);
      const worker = await startWorker(database);
      await waitUntil(async () => (await halfWritten(database)) > before || (await state()) === "done", PATIENCE_MS);
      await sleep((LONGEST_LIFE_MS * killed) / KILLS);
      await kill(worker);
      if ((await state()) === "done") break;
      await waitUntil(async () => {
        await releaseDeadWorkers(database.pool);
        const locked = "select from graphile_worker._private_jobs where locked_at is not null";
        return (await database.pool.query(locked)).rowCount === 0;
      }, PATIENCE_MS);
    }
    expect(await halfWritten(database), "kills that hit a file half written").toBeGreaterThan(0);
    const last = await startWorker(database);
    await waitUntil(async () => (await state()) === "done", PATIENCE_MS);
    await kill(last);
    const text = (await world.fetch(cast.陈浩, id)).bytes.toString("utf8").slice(1);
    const names = Papa.parse<string[]>(text, { skipEmptyLines: true })
      .data.slice(1)
      .map(([name]) => name);
    expect([names.length, new Set(names).size]).toEqual([ROWS, ROWS]);
    const complete = await world.rows("select from stored_file where complete");
    expect(complete).toHaveLength(1);
  },
  KILLS * PATIENCE_MS,
);
