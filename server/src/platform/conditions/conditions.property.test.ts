import { CONDITION_OPERATORS } from "@tongzhou/contract/condition-operators";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import fc from "fast-check";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { compileConditions } from "./compile-conditions.ts";
import { compileEach } from "./compile-each.ts";
import { moment, newSample, ruleGroup, ruleOver } from "./condition-arbitraries.fixture.ts";
import type { ConditionContext } from "./condition-context.ts";
import { fillWorld } from "./condition-rows.fixture.ts";
import type { WorldRecord } from "./condition-rows.fixture.ts";
import { openConditionWorld, worldContext, worldFields } from "./condition-world.fixture.ts";
import type { ConditionWorld } from "./condition-world.fixture.ts";
import { evaluateConditions } from "./evaluate-conditions.ts";
import { explainConditions } from "./explain-conditions.ts";

const WORLDS = 60;
const SAMPLES_OF_A_WORLD = 25;
const GROUPS_OF_A_WORLD = 40;
const DEPTH = 4;
/** Where no chance may be left: every operator must have been seen to choose and to leave out. */
const SEED = 20251121;
const RULES_OF_A_FIELD = 150;

let world: ConditionWorld;
beforeAll(async () => void (world = await openConditionWorld()));
afterAll(() => world.discard());

/** A world of rows at some moment, and conditions to hold against them. */
const scene = moment.chain(({ now, timeZone }) =>
  fc.record({
    context: fc.constant<ConditionContext>({ ...worldContext, now, timeZone }),
    samples: fc.array(newSample(now), { minLength: 1, maxLength: SAMPLES_OF_A_WORLD, size: "max" }),
    groups: fc.array(ruleGroup(worldFields, now, DEPTH), { minLength: 1, maxLength: GROUPS_OF_A_WORLD, size: "max" }),
  }),
);

const joined = sql`sample left join partner on partner.id = sample.partner_id`;

async function idsWhere(condition: RawBuilder<boolean>): Promise<number[]> {
  const rows = await world.run(
    sql<{ id: number }>`select sample.id from ${joined} where ${condition} order by sample.id`,
  );
  return rows.map(({ id }) => id);
}

function idsInMemory(group: RuleGroup, records: readonly WorldRecord[], context: ConditionContext): number[] {
  return records.flatMap((record) => (evaluateConditions(group, record, context) ? [record.sample.id] : []));
}

function compiled(group: RuleGroup, context: ConditionContext): RawBuilder<boolean> {
  const result = compileConditions(group, context);
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.problems)}`);
  return result.sql;
}

test("a condition chooses the same records in PostgreSQL as in memory", async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ context, samples, groups }) => {
      const records = await fillWorld(world, samples);
      for (const group of groups) {
        const chosen = await idsWhere(compiled(group, context));
        expect(chosen, JSON.stringify(group)).toEqual(idsInMemory(group, records, context));
      }
    }),
    { numRuns: WORLDS },
  );
});

test("as columns, conditions are true or false for every record, and never null", async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ context, samples, groups }) => {
      const records = await fillWorld(world, samples);
      const each = compileEach(groups, context);
      if (!each.ok) throw new Error(`refused: ${JSON.stringify(each.problems)}`);
      const rows = await world.run(
        sql<{ matched: boolean[] }>`select ${each.matched} as matched from ${joined} order by sample.id`,
      );
      expect(rows.map(({ matched }) => matched)).toEqual(
        records.map((record) => groups.map((group) => evaluateConditions(group, record, context))),
      );
    }),
    { numRuns: WORLDS / 4 },
  );
});

test("the explanation of a record agrees with the condition as a whole and with each of its rules", async () => {
  await fc.assert(
    fc.asyncProperty(scene, async ({ context, samples, groups }) => {
      const records = await fillWorld(world, samples);
      for (const group of groups.slice(0, 5)) {
        const explained = explainConditions(group, context);
        if (!explained.ok) throw new Error(`refused: ${JSON.stringify(explained.problems)}`);
        const rows = await world.run(
          sql<{ matched: boolean[] }>`select ${explained.matched} as matched from ${joined} order by sample.id`,
        );
        for (const [index, record] of records.entries()) {
          for (const { path, matched } of explained.explain(rows[index]?.matched ?? [])) {
            const part = path
              .split("/")
              .slice(1)
              .reduce<unknown>((at, key) => (at as Record<string, unknown>)[key], group);
            const alone = isGroup(part) ? part : ({ combinator: "and", rules: [part] } as RuleGroup);
            expect(matched, path).toBe(evaluateConditions(alone, record, context));
          }
        }
      }
    }),
    { numRuns: WORLDS / 4 },
  );
});

function isGroup(part: unknown): part is RuleGroup {
  return typeof part === "object" && part !== null && "combinator" in part;
}

test("every operator of every field agrees, and both chooses records and leaves some out", async () => {
  const { now } = worldContext;
  const samples = fc.sample(newSample(now), { seed: SEED, numRuns: 60 });
  const records = await fillWorld(world, samples);
  const seen = new Map<string, { chose: boolean; left: boolean }>();
  for (const field of worldFields.values()) {
    for (const operator of Object.keys(CONDITION_OPERATORS[field.type])) {
      seen.set(`${field.id} ${operator}`, { chose: false, left: false });
    }
    const rules = fc.sample(ruleOver(field, now, 2), { seed: SEED, numRuns: RULES_OF_A_FIELD });
    const groups = rules.map((rule): RuleGroup => ({ combinator: "and", rules: [rule] }));
    const each = compileEach(groups, worldContext);
    if (!each.ok) throw new Error(`refused: ${JSON.stringify(each.problems)}`);
    const rows = await world.run(
      sql<{ matched: boolean[] }>`select ${each.matched} as matched from ${joined} order by sample.id`,
    );
    for (const [index, rule] of rules.entries()) {
      const outcomes = rows.map(({ matched }) => matched[index]);
      const group: RuleGroup = { combinator: "and", rules: [rule] };
      expect(outcomes, JSON.stringify(rule)).toEqual(
        records.map((record) => evaluateConditions(group, record, worldContext)),
      );
      const operator = seen.get(`${field.id} ${rule.operator}`);
      if (operator && outcomes.includes(true)) operator.chose = true;
      if (operator && outcomes.includes(false)) operator.left = true;
    }
  }
  expect([...seen].filter(([, { chose, left }]) => !chose || !left)).toEqual([]);
});
