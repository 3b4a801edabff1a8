import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { ImportSettings } from "@tongzhou/contract/import-settings";
import { addTestField } from "./add-test-field.fixture.ts";
import { hireCast } from "./cast.fixture.ts";
import { naturalRows } from "./natural-rows.fixture.ts";
import { createTestDatabase, TEST_MORNING } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { readLongOperation } from "./platform/jobs/list-long-operations.ts";
import { releaseDeadWorkers } from "./platform/jobs/release-dead-workers.ts";
import { seededRandom } from "./platform/jobs/kill-workers.fixture.ts";
import { waitUntil } from "./platform/jobs/wait-until.ts";
import { makeReady } from "./ready-house.fixture.ts";
import type { House } from "./platform/ledger/context.ts";
import { finishImport, startImport } from "./run-import.fixture.ts";

const PROGRAM = fileURLToPath(new URL("import-worker.fixture.ts", import.meta.url));
const KILLS = Number(process.env["TONGZHOU_KILLS"] ?? 5);
/** Of the kills so many must hit an import in the middle of a batch, or the test says nothing. */
const HITS_AT_LEAST = 0.8;
/** A worker is killed within a few batches. */
const LONGEST_LIFE_MS = 400;
const ROWS_A_KILL = 800;
const BATCH_ROWS = 100;
const TEST_LIMIT_MS = 60_000 + KILLS * 20_000;

const TARGETS = ["name", "mobile", "email", "company", "occurredAt", "campaign", "note"];

/** The columns of the file: seven that the product brings along, and three of fields that this company added. */
async function settingsOf(house: House): Promise<ImportSettings> {
  const options = [
    { name: "金卡", nameEn: null },
    { name: "银卡", nameEn: null },
  ];
  const fields = [
    await addTestField(house, { name: "卡号", unique: true }),
    await addTestField(house, { name: "等级", type: "choice", options }),
    await addTestField(house, { name: "预算", type: "number", object: "lead" }),
  ];
  const own = TARGETS.map((target, column) => ({ column, target }));
  const added = fields.map(({ id }, at) => ({
    column: TARGETS.length + at,
    target: "added",
    fieldId: id,
    rule: "overwrite",
  }));
  return ImportSettings.parse({ columns: [...own, ...added] });
}

/** People who come again, companies that repeat, rows that stay out: everything that a batch could do twice. */
function file(rows: number): string {
  const lines = ["姓名,手机,邮箱,公司,时间,活动,备注,卡号,等级,预算"];
  for (let row = 0; row < rows; row++) {
    const person = row % 7 === 3 ? Math.floor(row / 2) : row;
    const phone = row % 50 === 11 ? "1380000" : `139${String(person).padStart(8, "0")}`;
    const day = String(1 + (row % 28)).padStart(2, "0");
    lines.push(
      `客户${person},${phone},p${person}@kill.test,公司${row % 300},2025-10-${day} 09:00,活动${row % 3},第${row}行,K${person % (rows - 200)},${row % 3 === 0 ? "金卡" : "银卡"},${row}`,
    );
  }
  return lines.join("\r\n");
}

async function begin(rows: number): Promise<{ database: TestDatabase; id: string }> {
  const database = await createTestDatabase();
  const { house } = database;
  const cast = await hireCast(house);
  await makeReady(house, cast);
  const id = await startImport(house, cast.林晓, file(rows), await settingsOf(house), BATCH_ROWS);
  return { database, id };
}

async function startWorker({ connection }: TestDatabase): Promise<ChildProcess> {
  const given = JSON.stringify({ connection, now: TEST_MORNING });
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, given], { stdio: ["ignore", "pipe", "inherit"] });
  alive.add(child);
  if (child.stdout) await once(child.stdout, "data");
  return child;
}

const alive = new Set<ChildProcess>();
afterAll(async () => void (await Promise.all([...alive].map(kill))));

async function kill(child: ChildProcess): Promise<void> {
  alive.delete(child);
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}

/** A transaction of a batch was open when the worker died, or its job was. */
async function isAtWork({ pool }: TestDatabase): Promise<boolean> {
  const { rowCount } = await pool.query(
    "select from graphile_worker._private_jobs where locked_at is not null and payload ->> 'id' is not null",
  );
  return Boolean(rowCount);
}

test(
  `an import that is killed ${KILLS} times ends as if nothing had happened`,
  async () => {
    const seed = Number(process.env["TONGZHOU_SEED"] ?? Date.now() % 1_000_000);
    const random = seededRandom(seed);
    const rows = KILLS * ROWS_A_KILL;
    const undisturbed = await begin(rows);
    await finishImport(undisturbed.database.house, undisturbed.id);

    const { database, id } = await begin(rows);
    let hits = 0;
    for (let killed = 0; killed < KILLS; killed++) {
      const worker = await startWorker(database);
      await waitUntil(() => isAtWork(database), 30_000);
      await sleep(random() * LONGEST_LIFE_MS);
      await kill(worker);
      if (await isAtWork(database)) hits += 1;
      await waitUntil(async () => (await releaseDeadWorkers(database.pool), !(await isAtWork(database))), 30_000);
    }
    const last = await startWorker(database);
    await waitUntil(async () => (await readLongOperation(database.pool, id))?.state === "done", TEST_LIMIT_MS);
    await kill(last);

    const [there, here] = [await naturalRows(undisturbed.database.pool), await naturalRows(database.pool)];
    for (const name of Object.keys(there)) expect(here[name], `${name}, seed ${seed}`).toEqual(there[name]);
    expect(there["turns"]?.length).toBeGreaterThan(rows / 5);
    expect(there["added"]?.length).toBeGreaterThan(rows);
    expect(hits, `kills that hit an import at work, seed ${seed}`).toBeGreaterThanOrEqual(KILLS * HITS_AT_LEAST);
  },
  TEST_LIMIT_MS,
);
