// `npm run bench -- match [--contacts 1000000] [--arrivals 400]`: how long it takes to match one contact that comes in with all
// contacts of a filled house, by the weights in force: its keys, who shares them, weighing them, writing what is likely. The bar of
// quality.md is absolute. Before the first time all contacts are matched with each other, which makes the keys and the weights;
// that is timed too.
import { parseArgs } from "node:util";
import {
  beginMatching,
  identityLongOperations,
  MATCH_CONTACTS,
  matchContacts,
} from "../server/src/capabilities/identity/index.ts";
import { normaliseIdentifier, attachContacts, sortName } from "../server/src/capabilities/contacts/index.ts";
import { boundHeapGrowth } from "../server/src/platform/lifecycle/bound-heap-growth.ts";
import { runBatch } from "../server/src/platform/jobs/run-batch.ts";
import { operate } from "../server/src/platform/ledger/operate.ts";
import { operationKind } from "../server/src/platform/ledger/operation-kind.ts";
import { openFilledHouse } from "./open-filled-house.ts";
import { percentile } from "./percentile.ts";
import { highestMib, watchMemory } from "./resources.ts";

const BAR_MS = 50;
const BAR_SECONDS = 300;
const WARMING = 20;
const SYSTEM = { kind: "system" } as const;
const ARRIVAL = operationKind("bench.match_arrival");

const { values } = parseArgs({
  options: {
    contacts: { type: "string", default: "1000000" },
    arrivals: { type: "string", default: "400" },
    again: { type: "boolean", default: false },
  },
});

/** Thrown so that nothing of an arrival stays in the house. */
class TakenBack extends Error {}

boundHeapGrowth();
const { house, pool, close } = await openFilledHouse(Number(values.contacts), 10);
try {
  await matchAllOnce();
  const taken = await matchArrivals();
  console.log(`\nbar: p95 ≤ ${BAR_MS} ms`);
  console.log(`match p50 ${percentile(taken, 0.5).toFixed(1)} ms`);
  console.log(`match p95 ${percentile(taken, 0.95).toFixed(1)} ms`);
} finally {
  await close();
}
process.exit();

/** All contacts with each other, where this house has not been matched yet or --again says so. */
async function matchAllOnce(): Promise<void> {
  const { rowCount } = await pool.query("select from match_run limit 1");
  if (rowCount && !values.again) return;
  const [definition] = identityLongOperations;
  if (!definition) throw new Error("identity has no long operation");
  const memory = watchMemory();
  const began = performance.now();
  const { result: id } = await operate(house, { actor: SYSTEM, kind: MATCH_CONTACTS, source: "command" }, (context) =>
    beginMatching(context),
  );
  let found = 0;
  while ((await runBatch(house, definition, id)) === "more") if (found === 0) found = performance.now() - began;
  const seconds = (performance.now() - began) / 1000;
  const mib = highestMib() ?? memory.stop();
  memory.stop();
  const { rows } = await pool.query<{ pairs: number }>("select count(*)::int as pairs from match_pair");
  console.log(
    `all contacts matched: found in ${(found / 1000).toFixed(0)} s, ${rows[0]?.pairs ?? 0} pairs kept; bar ${BAR_SECONDS} s for a million`,
  );
  console.log(`match-all ${seconds.toFixed(0)} s`);
  console.log(`match-all memory ${Math.round(mib)} MiB\n`);
  await pool.query("analyze match_entry; analyze match_pair");
}

/** People who are there already come in again, each under another phone and without the mailbox, and are matched; nothing of it is kept. */
async function matchArrivals(): Promise<number[]> {
  const { rows } = await pool.query<{ name: string; region: string | null; account: string | null }>(
    `select c.name, c.region_code as region, m.account_id as account
     from (select id from contact where merged_into_id is null order by md5(id::text) limit $1) as p
     join contact as c using (id)
     left join lateral (select account_id from membership where contact_id = c.id limit 1) as m on true`,
    [Number(values.arrivals) + WARMING],
  );
  const taken: number[] = [];
  let found = 0;
  for (const [place, { name, account }] of rows.entries()) {
    const phone = normaliseIdentifier("phone", `138${String(place).padStart(8, "0")}`);
    await operate(house, { actor: SYSTEM, kind: ARRIVAL, source: "command" }, async (context) => {
      const [arrived] = await attachContacts(context, [
        {
          name,
          nameSort: sortName(name),
          accountId: account,
          ownerId: null,
          at: context.now,
          identifiers: [{ ...phone, value: phone.value ?? "", raw: phone.raw }],
        },
      ]);
      const began = performance.now();
      found += await matchContacts(context, [arrived?.contactId ?? ""]);
      if (place >= WARMING) taken.push(performance.now() - began);
      throw new TakenBack();
    }).catch((error: unknown) => {
      if (!(error instanceof TakenBack)) throw error;
    });
  }
  console.log(`${taken.length} arrivals over ${values.contacts} contacts, ${found} pairs found`);
  return taken;
}
