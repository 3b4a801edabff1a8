import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { beginMatching, MATCH_CONTACTS } from "./capabilities/identity/index.ts";
import { crowd, matchOn, meet } from "./match-world.fixture.ts";
import { createTestDatabase, TEST_MORNING } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { pauseLongOperation, resumeLongOperation } from "./platform/jobs/control-long-operation.ts";
import { waitUntil } from "./platform/jobs/wait-until.ts";
import { operate } from "./platform/ledger/operate.ts";

const PROGRAM = fileURLToPath(new URL("match-worker.fixture.ts", import.meta.url));
const PATIENCE_MS = 60_000;
const PEOPLE = 700;
const PAIRS_AT_ONCE = 10;

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

async function begin({ house }: TestDatabase, pairsAtOnce?: number): Promise<string> {
  const asked = { actor: { kind: "system" }, kind: MATCH_CONTACTS, source: "job" } as const;
  const { result } = await operate(house, asked, (context) => beginMatching(context, pairsAtOnce));
  return result;
}

/** What was found, without what differs from one matching to the next. */
async function found({ pool }: TestDatabase): Promise<object[]> {
  const { rows } = await pool.query("select first_id, second_id, bits from match_pair order by first_id, second_id");
  return rows;
}

const written = async ({ pool }: TestDatabase, runId: string): Promise<number> =>
  Number((await pool.query("select count(*)::int as count from match_pair where run_id = $1", [runId])).rows[0]?.count);

test(
  "a matching that is paused, and one whose worker is killed as it writes, ends as one in one go does",
  async () => {
    const database = await createTestDatabase();
    await meet(database.house, crowd(PEOPLE));
    const whole = await begin(database);
    while (await matchOn(database.house, whole));
    const wanted = await found(database);
    expect(wanted.length).toBeGreaterThan(60);

    const paused = await begin(database, PAIRS_AT_ONCE);
    // The first batch writes by which keys contacts are found.
    for (let batch = 0; batch < 3; batch++) expect(await matchOn(database.house, paused)).toBe(true);
    await pauseLongOperation(database.house, paused, database.house.newId());
    expect(await matchOn(database.house, paused)).toBe(false);
    expect(await written(database, paused)).toBe(2 * PAIRS_AT_ONCE);
    await resumeLongOperation(database.house, paused, database.house.newId());
    while (await matchOn(database.house, paused));
    expect(await found(database)).toEqual(wanted);

    const killed = await begin(database, PAIRS_AT_ONCE);
    const worker = await startWorker(database);
    await waitUntil(async () => (await written(database, killed)) > 0, PATIENCE_MS);
    await kill(worker);
    expect(await written(database, killed)).toBeLessThan(wanted.length);
    // This process knows nothing of what that one found.
    while (await matchOn(database.house, killed));
    expect(await found(database)).toEqual(wanted);
    expect(await written(database, killed)).toBe(wanted.length);
  },
  2 * PATIENCE_MS,
);
