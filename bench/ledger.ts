// `npm run bench -- ledger [--rows 200000] [--updates 100000] [--rounds 3]`: what the ledger costs. The same rows are
// written to two tables of the shape of `lead`, with its indexes and checks: one has the ledger, the other has not.
import { finished } from "node:stream/promises";
import { parseArgs } from "node:util";
import type { PoolClient } from "pg";
import { from as copyFrom } from "pg-copy-streams";
import { migrateJobs } from "../server/src/platform/jobs/migrate-jobs.ts";
import { migrate } from "../server/src/platform/database/migrate.ts";
import { openPool } from "../server/src/platform/database/open-pool.ts";
import { systemClock } from "../server/src/platform/clock.ts";
import { createIds } from "../server/src/platform/ids.ts";
import type { House } from "../server/src/platform/ledger/context.ts";
import { operate } from "../server/src/platform/ledger/operate.ts";
import { operationKind } from "../server/src/platform/ledger/operation-kind.ts";
import { startTestCluster } from "../server/src/platform/postgres/test-cluster.ts";

const BENCH = operationKind("bench");
const LEDGERED = "bench_ledgered";
const PLAIN = "bench_plain";
const POOL_ID = "00000000-0000-7000-8000-000000000001";
const OWNER_ID = "00000000-0000-7000-8000-000000000002";

/** Bars: COPY at most 1.4 times, update at most 3 times what it takes without. */
type Act = "COPY" | "update";

const { values: options } = parseArgs({
  options: {
    rows: { type: "string", default: "200000" },
    updates: { type: "string", default: "100000" },
    rounds: { type: "string", default: "3" },
  },
});
const rows = Number(options.rows);
const updates = Number(options.updates);
const rounds = Number(options.rounds);

const cluster = await startTestCluster();
const pool = openPool(cluster.postgres.connection, { max: 4 });
try {
  const newId = createIds(systemClock);
  const house: House = { pool, clock: systemClock, newId, announcer: { announce: async () => undefined } };
  await migrate(pool, newId);
  await migrateJobs(pool);
  const text = linesOf(rows, newId);
  const taken: Record<Act, Record<string, number[]>> = { COPY: {}, update: {} };
  for (let round = 0; round < rounds; round++) {
    // Who comes first changes, so that neither always meets a cold cache.
    for (const table of round % 2 === 0 ? [PLAIN, LEDGERED] : [LEDGERED, PLAIN]) {
      const milliseconds = await measure(house, table, text);
      for (const act of ["COPY", "update"] as const) (taken[act][table] ??= []).push(milliseconds[act]);
    }
  }
  report(taken);
} finally {
  await pool.end();
  await cluster.discard();
}

/** Rows of `lead` as COPY reads them. */
function linesOf(count: number, newId: () => string): Buffer {
  const lines: string[] = [];
  for (let row = 0; row < count; row++) {
    const contact = newId();
    lines.push(
      `${newId()}\t${contact}\t${contact}\traw\t${POOL_ID}\tsdr\t展会 ${row % 12}\t2025-11-20 08:00:00+00\t想了解轮式巡检\n`,
    );
  }
  return Buffer.from(lines.join(""));
}

async function measure(house: House, table: string, text: Buffer): Promise<Record<Act, number>> {
  await pool.query(`
    drop table if exists ${table} cascade;
    create table ${table} (like lead including all);
    ${table === LEDGERED ? `select ledger.attach('${table}')` : `alter table ${table} alter column operation_id set default '${POOL_ID}'`};
    checkpoint;`);
  const copied = await timed(house, ({ client }) => copy(client, table, text));
  await pool.query(`analyze ${table}; checkpoint`);
  const updated = await timed(house, ({ client }) =>
    client.query(
      `update ${table} set stage = 'assigned', pool_id = null, pool_kind = null, owner_id = $1
       where id in (select id from ${table} limit $2)`,
      [OWNER_ID, updates],
    ),
  );
  return { COPY: copied, update: updated };
}

/** Milliseconds of one operation with its commit. */
async function timed(house: House, work: (context: { client: PoolClient }) => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await operate(house, { actor: { kind: "system" }, kind: BENCH, source: "command" }, work);
  return performance.now() - start;
}

async function copy(client: PoolClient, table: string, text: Buffer): Promise<void> {
  const stream = client.query(
    copyFrom(
      `copy ${table} (id, contact_id, home_contact_id, stage, pool_id, pool_kind, source, captured_at, note) from stdin`,
    ),
  );
  stream.end(text);
  await finished(stream);
}

function report(taken: Record<Act, Record<string, number[]>>): void {
  console.log(`${rows} rows by COPY, ${updates} of them updated, median of ${rounds}\n`);
  console.log("             without ledger    with ledger");
  const ratios = (["COPY", "update"] as const).map((act) => {
    const [without, ledgered] = [median(taken[act][PLAIN]), median(taken[act][LEDGERED])];
    console.log(
      `${act.padEnd(8)} ${`${without.toFixed(0)} ms`.padStart(18)} ${`${ledgered.toFixed(0)} ms`.padStart(14)}`,
    );
    return { act, ratio: ledgered / without };
  });
  console.log("");
  for (const { act, ratio } of ratios) console.log(`ledger ${act} ${ratio.toFixed(1)} ×`);
}

function median(numbers: readonly number[] = []): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN;
}
