import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import type { EngagementRule, LeadStandard } from "@tongzhou/contract/lead-standard";
import { TOUCH_KINDS } from "@tongzhou/contract/touch-kinds";
import type { TouchDraft } from "../touches/index.ts";
import { engagementScore } from "./domain/engagement-score.ts";
import { grade } from "./domain/grade.ts";
import { defaultStandard, judgeLeads } from "./index.ts";
import { openStandardsWorld } from "./standards-world.fixture.ts";
import type { StandardsWorld } from "./standards-world.fixture.ts";

const DAY_MS = 86_400_000;

let world: StandardsWorld;
const now = (): number => world.database.house.clock.now().getTime();
const daysAgo = (days: number): Date => new Date(now() - days * DAY_MS);

beforeAll(async () => {
  world = await openStandardsWorld();
});

const judge = async (leadIds: readonly string[]) =>
  (await world.act((context) => judgeLeads(context, leadIds, "touch"))).result;

test("without a standard in force nothing is judged", async () => {
  const [lead] = await world.capture("刘建国");
  expect(await judge([lead?.leadId ?? ""])).toEqual([]);
});

describe("with the shipped standard in force", () => {
  let standardId: string;
  beforeAll(async () => {
    standardId = await world.putInForce();
  });

  test("a lead's cell comes from who it is and what it did, and the judgement is kept once", async () => {
    const [lead] = await world.capture("陈思远");
    if (!lead) throw new Error("no lead");
    await world.touch(
      { identifierId: lead.identifierId, at: daysAgo(1), kind: "form" },
      { identifierId: lead.identifierId, at: daysAgo(2), kind: "meeting" },
    );
    const [judged] = await judge([lead.leadId]);
    // A phone and nothing else is 8 points of fit: D. Form and meeting are 60 of engagement: 1.
    expect(judged).toMatchObject({
      cell: "D1",
      destination: "qualify",
      fit: 8,
      engagement: 600,
      standardId,
      isNew: true,
    });
    const [again] = await judge([lead.leadId]);
    expect(again).toMatchObject({ cell: "D1", isNew: false });
    const rows = await world.rows("select fit, engagement, trigger from judgement where lead_id = $1", [lead.leadId]);
    expect(rows).toEqual([{ fit: 8, engagement: 600, trigger: "touch" }]);
    const [score] = await world.rows("select cell, next_change_at from lead_score where lead_id = $1", [lead.leadId]);
    expect(score).toEqual({ cell: "D1", next_change_at: daysAgo(2 - 30) });
  });

  test("a touch of another product line is not the lead's, one of no line is", async () => {
    const [lead] = await world.capture("沈立群");
    if (!lead) throw new Error("no lead");
    const { result: lineId } = await world.act(async (context) => {
      const id = context.newId();
      await context.client.query(
        "insert into product_line (id, code, name, name_sort) values ($1, 'rail', '挂轨', 'g')",
        [id],
      );
      return id;
    });
    await world.touch({ identifierId: lead.identifierId, at: daysAgo(1), kind: "form", productLineId: lineId });
    expect((await judge([lead.leadId]))[0]?.engagement).toBe(0);
    await world.touch({ identifierId: lead.identifierId, at: daysAgo(1), kind: "form" });
    expect((await judge([lead.leadId]))[0]?.engagement).toBe(300);
  });

  test("a lead further along keeps the version that brought it there", async () => {
    const [assigned, raw] = await world.capture("卢新民", "戴琳");
    if (!assigned || !raw) throw new Error("no leads");
    await judge([assigned.leadId, raw.leadId]);
    await world.act((context) =>
      context.client.query(
        "update lead set stage = 'sql', owner_id = $2, pool_id = null, pool_kind = null where id = $1",
        [assigned.leadId, world.cast.陈浩],
      ),
    );
    const next = await world.putInForce({ ...defaultStandard(), fitBorders: { A: 8, B: 5, C: 2 } });
    const judged = await judge([assigned.leadId, raw.leadId]);
    expect(judged).toMatchObject([
      { leadId: assigned.leadId, standardId, cell: "D4", isNew: false },
      { leadId: raw.leadId, standardId: next, cell: "A4", isNew: true },
    ]);
  });
});

test("SQL counts what the pure decision counts, to the last tenth and the same next moment, whatever rules and touches", async () => {
  const leads = await world.capture(...Array.from({ length: 6 }, (_, index) => `随机${index}`));
  const rule = fc.record({
    points: fc.integer({ min: -100, max: 100 }),
    halfLifeDays: fc.option(fc.integer({ min: 1, max: 400 })),
    cap: fc.option(fc.integer({ min: 1, max: 300 })),
    touchKind: fc.option(fc.constantFrom(...TOUCH_KINDS)),
  });
  const touch = fc.record({
    lead: fc.nat({ max: leads.length - 1 }),
    kind: fc.constantFrom(...TOUCH_KINDS),
    // Whole half-lives to the millisecond, a millisecond beside them, and anything else; some are still to come.
    ago: fc.oneof(
      fc.integer({ min: -40, max: 900 }).map((days) => days * DAY_MS),
      fc.tuple(fc.integer({ min: 0, max: 900 }), fc.constantFrom(-1, 1)).map(([days, off]) => days * DAY_MS + off),
      fc.integer({ min: -40 * DAY_MS, max: 900 * DAY_MS }),
    ),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(rule, { maxLength: 5 }), fc.array(touch, { maxLength: 30 }), async (shapes, touches) => {
      await world.act((context) => context.client.query("delete from touch"));
      const rules: EngagementRule[] = shapes.map((shape, index) => ({
        ...shape,
        id: `r${index}`,
        name: `规则 ${index}`,
        condition: null,
      }));
      const content: LeadStandard = { ...defaultStandard(), engagementRules: rules };
      await world.putInForce(content);
      const drafts: TouchDraft[] = touches.map(({ lead, kind, ago }) => ({
        identifierId: leads[lead]?.identifierId ?? "",
        kind,
        at: new Date(now() - ago),
      }));
      await world.touch(...drafts);
      const judged = await judge(leads.map(({ leadId }) => leadId));
      const kept = await world.rows("select lead_id, next_change_at from lead_score");
      const nextOf = new Map(kept.map((row) => [row["lead_id"], row["next_change_at"] as Date | null]));
      for (const [index, lead] of leads.entries()) {
        const met = drafts
          .filter(({ identifierId }) => identifierId === lead.identifierId)
          .flatMap(({ kind, at }) =>
            rules
              .filter(({ touchKind }) => touchKind === null || touchKind === kind)
              .map(({ id }) => ({ ruleId: id, occurredAt: at.getTime() })),
          );
        const pure = engagementScore(rules, met, now());
        expect(judged[index]?.engagement).toBe(pure.tenths);
        expect(judged[index]?.cell).toBe(grade(8, pure.tenths, content).cell);
        expect(nextOf.get(lead.leadId)?.getTime() ?? null).toBe(pure.nextChangeAt);
      }
    }),
    { numRuns: 25 },
  );
});
