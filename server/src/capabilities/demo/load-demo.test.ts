import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { parts } from "../../parts.ts";
import { isDemoLoaded, loadDemo } from "./index.ts";

/** A tenth of the demo has everything the whole has. */
const LEADS = 250;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  await loadDemo(database.house, { subscriptions: parts.subscriptions ?? [], leads: LEADS });
}, 120_000);

const read = async (text: string) => (await database.pool.query(text)).rows as Record<string, number>[];

test("the company has its people, campaigns and about as many leads as planned", async () => {
  expect(await isDemoLoaded(database.house)).toBe(true);
  const [counts] = await read(`
    select (select count(*) from person) as people, (select count(*) from campaign where status <> 'draft') as campaigns,
      (select count(*) from lead) as leads, (select count(*) from lead_standard where state = 'in_force') as standards`);
  expect(counts).toMatchObject({ people: 8, campaigns: 12, standards: 1 });
  expect(counts?.["leads"]).toBeGreaterThan(LEADS * 0.8);
});

test("leads are in every stage that a year brings, and deals were won and lost", async () => {
  const stages = (await read("select stage, count(*) as n from lead group by stage")).map((row) =>
    String(row["stage"]),
  );
  expect(stages).toEqual(expect.arrayContaining(["qualifying", "nurturing", "converted", "disqualified"]));
  const [deals] = await read(
    `select count(*) filter (where outcome = 'won') as won, count(*) filter (where outcome = 'lost') as lost, count(*) filter (where outcome is null) as running from opportunity`,
  );
  expect(Math.min(deals?.["won"] ?? 0, deals?.["running"] ?? 0)).toBeGreaterThan(0);
});

test("nothing happens in the future, and every move is in the one lifecycle", async () => {
  const [late] = await read(
    `select count(*) as n from lifecycle_event where occurred_at > '${database.house.clock.now().toISOString()}'`,
  );
  expect(late).toEqual({ n: 0 });
  const [silent] = await read(
    "select count(*) as n from lead as l where not exists (select from lifecycle_event as e where e.lead_id = l.id and e.to_stage = l.stage)",
  );
  expect(silent).toEqual({ n: 0 });
});
