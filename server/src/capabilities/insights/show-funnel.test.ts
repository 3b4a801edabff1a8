import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { FUNNEL_COLUMNS } from "@tongzhou/contract/insights";
import { FUNNEL_STEPS } from "@tongzhou/contract/lead-stages";
import type { FunnelStep, LeadStage } from "@tongzhou/contract/lead-stages";
import { countFunnel } from "./domain/count-funnel.ts";
import type { FunnelEvent } from "./domain/count-funnel.ts";
import { openInsightsWorld } from "./insights-world.fixture.ts";
import type { InsightsWorld } from "./insights-world.fixture.ts";
import { countFunnelSteps } from "./queries/count-funnel-steps.ts";
import { STEP_NUMBERS } from "./queries/funnel-entries.ts";
import { findFunnelRecords } from "./queries/funnel-records.ts";
import { look } from "../../platform/ledger/look.ts";

const LEADS = 5;
const START = Date.parse("2025-03-01T00:00:00.000Z");
const DAY = 86_400_000;

/** The table of R-LEAD-1, written once more: the model must not share its mapping with what it judges. */
const STEP: Record<LeadStage, FunnelStep | "out"> = {
  raw: "lead",
  nurturing: "lead",
  qualifying: "lead",
  mql: "mql",
  assigned: "mql",
  sql: "sql",
  converted: "opportunity",
  disqualified: "out",
};
const STAGES = Object.keys(STEP) as LeadStage[];

interface RandomEvent {
  readonly lead: number;
  readonly day: number;
  readonly cycle: number;
  readonly from: LeadStage | null;
  readonly to: LeadStage | "won";
}

const event: fc.Arbitrary<RandomEvent> = fc.record({
  lead: fc.integer({ min: 0, max: LEADS - 1 }),
  day: fc.integer({ min: 0, max: 9 }),
  cycle: fc.constantFrom(1, 1, 1, 2, 3),
  from: fc.constantFrom(null, ...STAGES),
  to: fc.constantFrom(...STAGES, "won" as const),
});

let world: InsightsWorld;
const leads: { id: string; opportunityId: string }[] = [];

beforeAll(async () => {
  world = await openInsightsWorld();
  for (let number = 0; number < LEADS; number++) {
    const { leadId } = await world.interest(`漏斗 ${number}`, null);
    leads.push({ id: leadId, opportunityId: await world.convert(leadId, world.cast.陈浩) });
  }
});

/** Puts these in the place of everything the ledger knows. */
async function remember(events: readonly RandomEvent[]): Promise<FunnelEvent[]> {
  return world.act(async ({ client, newId, now }) => {
    await client.query("delete from lifecycle_event");
    const rows = events.map((one) => ({ ...one, id: newId(), at: START + one.day * DAY }));
    await client.query(
      `insert into lifecycle_event
         (id, lead_id, opportunity_id, occurred_at, recorded_at, cycle, table_row, from_stage, to_stage, actor_kind)
       select id, lead_id, opportunity_id, at, $8, cycle, case when to_stage = 'won' then 'won' else '2' end, from_stage, to_stage, 'system'
       from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::timestamptz[], $5::int[], $6::text[], $7::text[])
         as t (id, lead_id, opportunity_id, at, cycle, from_stage, to_stage)`,
      [
        rows.map(({ id }) => id),
        rows.map(({ to, lead }) => (to === "won" ? null : leads[lead]?.id)),
        rows.map(({ to, lead }) => (to === "won" ? leads[lead]?.opportunityId : null)),
        rows.map(({ at }) => new Date(at).toISOString()),
        rows.map(({ cycle }) => cycle),
        rows.map(({ from, to }) => (to === "won" ? "some stage" : from)),
        rows.map(({ to }) => to),
        now.toISOString(),
      ],
    );
    return rows.map(({ lead, at, cycle, from, to }, order) => ({
      leadId: leads[lead]?.id ?? "",
      at,
      order,
      cycle,
      from: to === "won" ? "opportunity" : from === null ? null : STEP[from],
      to: to === "won" ? "won" : STEP[to],
    }));
  });
}

test("SQL counts what the slow model counts: every step, column and record, in both readings", async () => {
  const viewer = await world.viewer(world.cast.何川);
  const request = fc.record({
    events: fc.array(event, { maxLength: 30 }),
    reading: fc.constantFrom("cohort" as const, "flow" as const),
    from: fc.integer({ min: 0, max: 9 }),
    days: fc.integer({ min: 1, max: 10 }),
  });
  await fc.assert(
    fc.asyncProperty(request, async ({ events, reading, from, days }) => {
      const ledger = await remember(events);
      const period = { from: START + from * DAY, to: START + (from + days) * DAY };
      const model = countFunnel(ledger, reading, period);
      const asked = { reading, period: { from: new Date(period.from), to: new Date(period.to) } };
      await look(world.database.house, "job", async ({ tx }) => {
        const counted = await countFunnelSteps({ tx, viewer }, asked, "none");
        for (const expected of model) {
          const step = STEP_NUMBERS[expected.step];
          const found = counted.find((row) => row.step === step);
          for (const column of FUNNEL_COLUMNS) {
            expect([expected.step, column, found?.[column] ?? 0]).toEqual([
              expected.step,
              column,
              expected[column].length,
            ]);
          }
          expect(found?.medianDays ?? null).toEqual(
            expected.medianDays === null ? null : expect.closeTo(expected.medianDays, 9),
          );
        }
        const step = FUNNEL_STEPS[events.length % FUNNEL_STEPS.length] ?? "lead";
        const column = FUNNEL_COLUMNS[events.length % FUNNEL_COLUMNS.length] ?? "leads";
        const cell = { step: STEP_NUMBERS[step], column };
        const found = await findFunnelRecords({ tx, viewer }, asked, cell, { after: null, limit: 50 });
        const ids = model.find((one) => one.step === step)?.[column] ?? [];
        expect(found.records.map(({ leadId }) => leadId).toSorted()).toEqual(ids);
        expect(found).toMatchObject({ total: ids.length, readable: ids.length });
      });
    }),
    { numRuns: 150 },
  );
});

test("groups add up to the total at every step", async () => {
  const viewer = await world.viewer(world.cast.何川);
  await remember(fc.sample(fc.array(event, { minLength: 40, maxLength: 40 }), { numRuns: 1, seed: 7 })[0] ?? []);
  const period = { from: new Date(START), to: new Date(START + 10 * DAY) };
  await look(world.database.house, "job", async ({ tx }) => {
    for (const by of ["campaign", "source", "team", "productLine"] as const) {
      const counted = await countFunnelSteps({ tx, viewer }, { reading: "flow", period }, by);
      for (const { step, leads: total } of counted.filter((row) => row.total)) {
        const groups = counted.filter((row) => !row.total && row.step === step);
        expect(groups.reduce((sum, group) => sum + group.leads, 0)).toBe(total);
      }
    }
  });
});
