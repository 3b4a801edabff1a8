import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { parts } from "../../parts.ts";
import { isEmptyDatabase } from "../../platform/lifecycle/is-empty-database.ts";
import { emptyDemo, isDemoBegun, isDemoLoaded, loadDemo } from "./index.ts";

/** Less than half of the demo has everything that the whole has. */
const ARRIVALS = 900;
/** A Sunday, before noon in Shanghai: nobody has worked since Friday evening. */
const SUNDAY = new Date("2025-11-23T02:40:00.000Z");

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
  database.house.clock.moveTo(SUNDAY);
  await loadDemo(database.house, { subscriptions: parts.subscriptions ?? [], arrivals: ARRIVALS });
}, 240_000);

type Row = Record<string, number>;
const read = async (text: string) => (await database.pool.query<Row>(text)).rows;
const one = async (text: string): Promise<Row> => (await read(text))[0] ?? {};
const NOW = `timestamptz '${SUNDAY.toISOString()}'`;

test("the company has its people in every role, its campaigns and about as many leads as planned", async () => {
  expect(await isDemoLoaded(database.house)).toBe(true);
  const counts = await one(`
    select (select count(*) from person) as people,
      (select count(distinct r.code) from person_role as p join role as r on r.id = p.role_id) as roles,
      (select count(*) from campaign where status <> 'draft') as campaigns,
      (select count(*) from lead) as leads, (select count(*) from lead_standard where state = 'in_force') as standards`);
  expect(counts).toMatchObject({ people: 8, roles: 7, campaigns: 12, standards: 1 });
  expect(counts["leads"]).toBeGreaterThan(ARRIVALS * 0.8);
});

test("every campaign has cost something and brought leads", async () => {
  const idle = await read(`
    select c.name
    from campaign as c
    where not exists (select from campaign_cost where campaign_id = c.id)
      or not exists (select from lead where campaign_id = c.id)`);
  expect(idle).toEqual([]);
});

test("leads are in every stage that a year brings, and deals were won and lost", async () => {
  const stages = (await read("select stage, count(*) as n from lead group by stage")).map((row) =>
    String(row["stage"]),
  );
  expect(stages).toEqual(
    expect.arrayContaining(["qualifying", "nurturing", "assigned", "sql", "converted", "disqualified"]),
  );
  const deals = await one(`
    select count(*) filter (where outcome = 'won') as won, count(*) filter (where outcome = 'lost') as lost,
      count(*) filter (where outcome is null) as running from opportunity`);
  expect(Math.min(deals["won"] ?? 0, deals["lost"] ?? 0, deals["running"] ?? 0)).toBeGreaterThan(0);
});

test("even on a Sunday both reps find leads waiting whose clocks still run, and the first caller has a list", async () => {
  const waiting = await read(`
    select p.name, count(*) as n
    from lead as l join person as p on p.id = l.owner_id join lead_clock as k on k.lead_id = l.id
    where l.stage = 'assigned' and k.due_at > ${NOW} and k.due_at < ${NOW} + interval '5 days'
    group by p.name order by p.name`);
  expect(waiting.map(({ name }) => String(name)).toSorted()).toEqual(["王倩", "陈浩"]);
  expect(Math.min(...waiting.map(({ n }) => n ?? 0))).toBeGreaterThanOrEqual(2);
  expect(
    (await one("select count(*) as n from lead where stage = 'qualifying' and owner_id is null"))["n"],
  ).toBeGreaterThan(2);
});

test("running deals are kept up: few have passed the day they should have closed on", async () => {
  const deals = await one(`
    select count(*) as running, count(*) filter (where expected_close_on < (${NOW})::date) as late
    from opportunity where outcome is null`);
  expect(deals["late"]).toBeLessThan((deals["running"] ?? 0) / 4);
});

test("calls and visits of the last weeks are noted by who made them, none in the future", async () => {
  const noted = await read(`
    select p.name, count(*) filter (where a.kind = 'call') as calls, count(*) filter (where a.kind = 'visit') as visits,
      count(*) filter (where a.at > ${NOW}) as ahead
    from activity as a join person as p on p.id = a.person_id group by p.name order by p.name`);
  const of = (name: string) => noted.find((row) => String(row["name"]) === name) ?? {};
  expect(of("周敏")["calls"]).toBeGreaterThan(20);
  for (const rep of ["陈浩", "王倩"]) {
    expect(of(rep)["calls"]).toBeGreaterThan(2);
    expect(of(rep)["visits"]).toBeGreaterThan(2);
  }
  expect(noted.every(({ ahead }) => ahead === 0)).toBe(true);
});

test("campaigns return what campaigns of such a company return: most some times their cost, some nothing", async () => {
  const [sold] = await read(`
    select (select sum(amount) from opportunity where outcome = 'won')::float
      / (select sum(amount) from campaign_cost)::float as times`);
  expect(sold?.["times"]).toBeGreaterThan(0.5);
  expect(sold?.["times"]).toBeLessThan(9);
});

test("notices have been read but for the last hours", async () => {
  const unread = await read(`
    select p.name, count(*) as n from notification as n join person as p on p.id = n.person_id
    where n.read_at is null group by p.name`);
  expect(unread.map(({ name }) => String(name))).toEqual(expect.arrayContaining(["王倩", "陈浩"]));
  expect(Math.max(...unread.map(({ n }) => n ?? 0))).toBeLessThan(20);
});

test("what is derived is complete: everybody can be searched, every waiting lead has its clock", async () => {
  const missing = await one(`
    select (select count(*) from contact as c where not exists (select from search_entry where record_id = c.id)) as contacts,
      (select count(*) from opportunity as o where not exists (select from search_entry where record_id = o.id)) as deals,
      (select count(*) from lead as l join lead_clock as k on k.lead_id = l.id
        where l.stage = 'assigned' and k.due_at = 'infinity') as clocks`);
  expect(missing).toEqual({ contacts: 0, deals: 0, clocks: 0 });
});

test("the company has fields of its own, filled in for those somebody worked on", async () => {
  const filled = await read(`
    select f.name, f.object, count(v.*) as n,
      count(distinct coalesce(v.text_value, v.number_value::text, v.day::text, v.code, v.codes::text)) as different
    from custom_field as f left join custom_value as v on v.field_id = f.id group by f.id order by f.object, f.name`);
  expect(filled.length).toBeGreaterThanOrEqual(6);
  expect(new Set(filled.map(({ object }) => String(object)))).toEqual(
    new Set(["account", "contact", "lead", "opportunity"]),
  );
  for (const { n, different } of filled) expect([(n ?? 0) > 20, (different ?? 0) > 2]).toEqual([true, true]);
});

test("nothing happens in the future, and every move is in the one lifecycle", async () => {
  expect(await one(`select count(*) as n from lifecycle_event where occurred_at > ${NOW}`)).toEqual({ n: 0 });
  expect(await one(`select count(*) as n from operation where source = 'demo' and at > ${NOW}`)).toEqual({ n: 0 });
  const silent = await one(
    "select count(*) as n from lead as l where not exists (select from lifecycle_event as e where e.lead_id = l.id and e.to_stage = l.stage)",
  );
  expect(silent).toEqual({ n: 0 });
});

test("removed, it leaves a database that counts as never used, ready for another demo", async () => {
  await emptyDemo(database.house);
  expect([await isDemoBegun(database.house), await isEmptyDatabase(database.pool)]).toEqual([false, true]);
});
