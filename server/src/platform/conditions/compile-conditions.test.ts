import type { ConditionRule, RuleGroup } from "@tongzhou/contract/conditions";
import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileConditions } from "./compile-conditions.ts";
import { compileEach } from "./compile-each.ts";
import { fillWorld } from "./condition-rows.fixture.ts";
import type { NewSample } from "./condition-rows.fixture.ts";
import { CHEN_HAO, openConditionWorld, worldContext } from "./condition-world.fixture.ts";
import type { ConditionWorld } from "./condition-world.fixture.ts";
import { explainConditions } from "./explain-conditions.ts";

let world: ConditionWorld;
beforeAll(async () => void (world = await openConditionWorld()));
afterAll(() => world.discard());

const all = (...rules: (ConditionRule | RuleGroup)[]): RuleGroup => ({ combinator: "and", rules });
const not = (...rules: (ConditionRule | RuleGroup)[]): RuleGroup => ({ combinator: "and", not: true, rules });
const rule = (field: string, operator: string, value?: unknown): ConditionRule => ({ field, operator, value });

function compile(group: RuleGroup, aliases: Record<string, string> = {}) {
  const compiled = compileConditions(group, { ...worldContext, aliases });
  if (!compiled.ok) throw new Error(JSON.stringify(compiled.problems));
  return compiled;
}

/** The titles, in order, of the samples that meet a condition. */
async function titles(samples: readonly NewSample[], group: RuleGroup): Promise<(string | null)[]> {
  await fillWorld(world, samples);
  const rows = await world.run(
    sql<{ title: string | null }>`select sample.title from sample left join partner on partner.id = sample.partner_id
      where ${compile(group).sql} order by sample.id`,
  );
  return rows.map(({ title }) => title);
}

test("'is not' takes in what is empty, and so does every group turned around", async () => {
  const samples = [
    { title: "raw", stage: "raw" },
    { title: "mql", stage: "mql" },
    { title: "none", stage: null },
  ];
  expect(await titles(samples, all(rule("sample.stage", "is_not", "raw")))).toEqual(["mql", "none"]);
  expect(await titles(samples, not(rule("sample.stage", "is", "raw")))).toEqual(["mql", "none"]);
  expect(await titles(samples, not(not(rule("sample.stage", "is", "raw"))))).toEqual(["raw"]);
  expect(await titles(samples, not(rule("sample.stage", "is_not", "raw")))).toEqual(["raw"]);
});

test("a missing joined row is empty", async () => {
  const samples = [
    { title: "alone" },
    { title: "with 云帆", partnerName: "云帆" },
    { title: "with ?", partnerName: null },
  ];
  expect(await titles(samples, all(rule("partner.name", "is_not", "云帆")))).toEqual(["alone", "with ?"]);
  expect(await titles(samples, all(rule("partner.name", "empty")))).toEqual(["alone", "with ?"]);
});

test("% and _ mean themselves, the wide ones too; case and width do not matter", async () => {
  const samples = ["50% off", "50 off", "a_b", "aXb", "100％", "ＡＢＣ", "c\\d", "cd"].map((title) => ({ title }));
  expect(await titles(samples, all(rule("sample.title", "contains", "%")))).toEqual(["50% off", "100％"]);
  expect(await titles(samples, all(rule("sample.title", "contains", "％")))).toEqual(["50% off", "100％"]);
  expect(await titles(samples, all(rule("sample.title", "contains", "A_B")))).toEqual(["a_b"]);
  expect(await titles(samples, all(rule("sample.title", "is", "abc")))).toEqual(["ＡＢＣ"]);
  expect(await titles(samples, all(rule("sample.title", "contains", "\\")))).toEqual(["c\\d"]);
});

test("visits of the price page, at least 2 in the last 14 days, by the days of Shanghai", async () => {
  // 2025-11-21 in Shanghai; the fourteenth day back is the 8th, which began at 16:00 UTC of the 7th.
  const visit = (at: string, page = "/price") => ({ page, at: new Date(at) });
  const samples: NewSample[] = [
    { title: "at the border", visits: [visit("2025-11-07T16:00:00.000Z"), visit("2025-11-21T01:00:00Z")] },
    { title: "just before", visits: [visit("2025-11-07T15:59:59.999Z"), visit("2025-11-21T01:00:00Z")] },
    { title: "other page", visits: [visit("2025-11-20T00:00:00Z", "/demo"), visit("2025-11-21T01:00:00Z")] },
    { title: "none" },
  ];
  const value = { within: { operator: "in_last", value: 14 }, where: all(rule("visit.page", "is", "/PRICE")) };
  const visits = (operator: string, count: number): RuleGroup =>
    all(rule("sample.visits", operator, { count, ...value }));
  expect(await titles(samples, visits("at_least", 2))).toEqual(["at the border"]);
  expect(await titles(samples, visits("exactly", 1))).toEqual(["just before", "other page"]);
  expect(await titles(samples, visits("at_most", 1))).toEqual(["just before", "other page", "none"]);
  expect(await titles(samples, all(rule("sample.visits", "not_exists", value)))).toEqual(["none"]);
});

test("a province covers its prefectures and counties, a county only itself", async () => {
  const samples = ["330000", "330100", "330113", "340000"].map((region) => ({ title: region, region }));
  expect(await titles(samples, all(rule("sample.region", "within", ["330000"])))).toEqual([
    "330000",
    "330100",
    "330113",
  ]);
  expect(await titles(samples, all(rule("sample.region", "within", ["330100"])))).toEqual(["330100", "330113"]);
  expect(await titles(samples, all(rule("sample.region", "not_within", ["330113"])))).toEqual([
    "330000",
    "330100",
    "340000",
  ]);
});

test("everything asked is a parameter, whatever it contains", () => {
  const nasty = `'; drop table sample; -- " $1 {a}`;
  const shown = world.show(
    compile(
      all(
        rule("sample.title", "contains", nasty),
        rule("sample.tags", "has_any", [nasty]),
        rule("sample.title", "is", nasty),
      ),
    ).sql,
  );
  expect(shown.sql).not.toContain("drop");
  expect(shown.parameters).toEqual([`%${nasty}%`.replace("_", "\\_"), [nasty], nasty]);
});

test("plain conditions stay bare under and, so that indexes serve; the SQL says so", () => {
  const group = all(
    rule("sample.stage", "is", "mql"),
    rule("sample.phone", "is", "138-0013-8000"),
    rule("sample.owner", "any_of", ["me", CHEN_HAO]),
    rule("sample.seen_at", "in_period", "this_month"),
  );
  const { sql: condition, objects } = compile(group, { sample: "lead" });
  expect(world.show(condition)).toEqual({
    sql:
      `("lead"."stage" = $1::text and "lead"."phone" = $2 and "lead"."owner_id" = any($3::uuid[])` +
      ` and ("lead"."seen_at" >= $4::timestamptz and "lead"."seen_at" < $5::timestamptz))`,
    parameters: [
      "mql",
      "13800138000",
      ["0197c3a0-0000-7000-8000-000000000001", CHEN_HAO],
      "2025-10-31T16:00:00.000Z",
      "2025-11-30T16:00:00.000Z",
    ],
  });
  expect([...objects]).toEqual(["sample"]);
});

test.each<[string, ConditionRule]>([
  ["a choice", rule("sample.stage", "is", "mql")],
  ["several choices", rule("sample.stage", "any_of", ["mql", "sql"])],
  ["a phone", rule("sample.phone", "is", "13800138000")],
  ["how a text begins", rule("sample.title", "starts_with", "云帆")],
  ["a region and all below it", rule("sample.region", "within", ["330000"])],
  ["a time", rule("sample.seen_at", "in_last", 14)],
  ["a whole number", rule("sample.age", "at_least", 3)],
  ["an amount", rule("sample.amount", "more_than", { amount: 100, currency: "CNY" })],
  ["a user", rule("sample.owner", "is", "me")],
  ["a team", rule("sample.owner", "in_team_or_below", "sales")],
  ["yes", rule("sample.vip", "is", true)],
  ["a tag", rule("sample.tags", "has_any", ["a"])],
])("an index serves %s", async (_what, one) => {
  await world.pool.query(`
    create index if not exists by_stage on sample (stage);
    create index if not exists by_title on sample (lower(normalize(title, NFKC)) text_pattern_ops);
    create index if not exists by_phone on sample (phone);
    create index if not exists by_region on sample (region);
    create index if not exists by_time on sample (seen_at);
    create index if not exists by_age on sample (age);
    create index if not exists by_amount on sample (amount);
    create index if not exists by_owner on sample (owner_id);
    create index if not exists by_vip on sample (id) where vip;
    create index if not exists by_tags on sample using gin (tags);
    set enable_seqscan = off`);
  const plan = await world.run(
    sql<{
      "QUERY PLAN": string;
    }>`explain select sample.id from sample where ${compile(all(one, rule("sample.ratio", "at_least", 0))).sql}`,
  );
  const text = plan.map((row) => row["QUERY PLAN"]).join("\n");
  const column = { "sample.owner": "owner", "sample.seen_at": "time" }[one.field] ?? one.field.replace("sample.", "");
  expect(text).toMatch(new RegExp(`(Index Scan using|on) by_${column}`));
  if (one.field !== "sample.vip") expect(text).toContain("Index Cond");
});

test("judges many records by many conditions in one statement, and says which rules of one matched", async () => {
  await fillWorld(world, [{ title: "a", age: 1 }, { title: "b" }]);
  const each = compileEach(
    [all(), all(rule("sample.age", "is", 1)), not(rule("sample.title", "is", "a"))],
    worldContext,
  );
  if (!each.ok) throw new Error("refused");
  const rows = await world.run(sql<{ matched: boolean[] }>`select ${each.matched} as matched from sample order by id`);
  expect(rows.map(({ matched }) => matched)).toEqual([
    [true, true, false],
    [true, false, true],
  ]);

  const group: RuleGroup = {
    combinator: "or",
    rules: [rule("sample.age", "is", 1), not(rule("sample.title", "is", "b"))],
  };
  const explained = explainConditions(group, worldContext);
  if (!explained.ok) throw new Error("refused");
  const [, b] = await world.run(
    sql<{ matched: boolean[] }>`select ${explained.matched} as matched from sample order by id`,
  );
  expect(explained.explain(b?.matched ?? [])).toEqual([
    { path: "", matched: false },
    { path: "/rules/0", matched: false },
    { path: "/rules/1", matched: false },
    { path: "/rules/1/rules/0", matched: true },
  ]);
});

test("a wrong condition among many is named with its place", () => {
  const each = compileEach([all(), all(rule("sample.age", "is", "1"))], worldContext);
  expect(each).toEqual({
    ok: false,
    problems: [{ path: "/1/rules/0/value", code: "wrong_type", parameters: { expected: "number" } }],
  });
});
