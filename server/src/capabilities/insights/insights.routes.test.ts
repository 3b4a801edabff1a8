import { beforeAll, expect, test } from "vitest";
import { ATTRIBUTION_MODELS } from "@tongzhou/contract/attribution-model";
import { insights } from "@tongzhou/contract/insights";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { openInsightsWorld } from "./insights-world.fixture.ts";
import type { InsightsWorld } from "./insights-world.fixture.ts";

let world: InsightsWorld;
let whitePaper: string;
let webinar: string;

const YEAR = { from: "2025-01-01", to: "2025-12-31" };
const AMOUNTS = [268_000_001, 54_000_000];

beforeAll(async () => {
  world = await openInsightsWorld();
  const { cast, database } = world;
  const now = database.house.clock.now();
  const daysAgo = (days: number): Date => new Date(now.getTime() - days * 86_400_000);
  whitePaper = await world.campaign("白皮书：防爆区无人巡检", 18_600_000);
  webinar = await world.campaign("直播：轨交夜巡", 12_400_000);
  const gao = await world.interest("高峰", whitePaper);
  await world.touch(gao.identifierId, whitePaper, daysAgo(40));
  await world.touch(gao.identifierId, webinar, daysAgo(20));
  await world.touch(gao.identifierId, webinar, daysAgo(10));
  await world.win(await world.convert(gao.leadId, cast.陈浩), cast.陈浩, AMOUNTS[0] ?? 0);
  const zheng = await world.interest("郑凯", null);
  await world.win(await world.convert(zheng.leadId, cast.王倩), cast.王倩, AMOUNTS[1] ?? 0);
  for (const name of ["姚磊", "何立新"]) await world.interest(name, webinar);
  const lost = await world.interest("信息不实", whitePaper);
  await world.move(lost.leadId, {
    kind: "disqualified",
    by: { personId: cast.周敏, mayActForHolder: true },
    reason: "invalid",
  });
});

const boss = () => world.http.as(world.cast.何川);
const rep = () => world.http.as(world.cast.陈浩);

test("the funnel counts every step once, with conversion and groups that add up", async () => {
  const { body } = await boss().call(insights.funnel, { query: { ...YEAR, by: "campaign" } });
  expect(body.figuresOf).toBe("everybody");
  expect(body.visitors).toBeUndefined();
  expect(body.steps.map(({ leads }: { leads: number }) => leads)).toEqual([5, 2, 2, 2, 2]);
  expect(body.steps[1]).toMatchObject({ advanced: 2, enteredHere: 0, conversion: 0.4, medianDays: 0 });
  const names = body.groups.map(({ name, steps }: { name: string; steps: { leads: number }[] }) => [
    name,
    steps[0]?.leads,
  ]);
  expect(names).toEqual(
    expect.arrayContaining([
      ["白皮书：防爆区无人巡检", 2],
      ["直播：轨交夜巡", 2],
      [null, 1],
    ]),
  );
  const one = await boss().call(insights.funnel, { query: { ...YEAR, campaignId: webinar, reading: "flow" } });
  expect(one.body.steps[0].leads).toBe(2);
  const none = await boss().call(insights.funnel, { query: { ...YEAR, campaignId: "unknown" } });
  expect(none.body.steps[4].leads).toBe(1);
  const team = await boss().call(insights.funnel, { query: { ...YEAR, teamId: world.cast.teams.销售部 } });
  expect(team.body.steps[0].leads).toBe(2);
  const lastYear = await boss().call(insights.funnel, { query: { from: "2024-01-01", to: "2024-12-31" } });
  expect(lastYear.body.steps.every(({ leads }: { leads: number }) => leads === 0)).toBe(true);
});

test("days are the company's: a lead of 9:24 in Shanghai belongs to the 21st alone", async () => {
  const leads = async (day: string) =>
    (await boss().call(insights.funnel, { query: { from: day, to: day } })).body.steps[0].leads;
  expect(await leads("2025-11-21")).toBe(5);
  expect(await leads("2025-11-20")).toBe(0);
  expect((await boss().call(insights.funnel, { query: { from: "2025-11-21", to: "2025-11-20" } })).problem.code).toBe(
    "period_backwards",
  );
  expect((await boss().call(insights.funnel, { query: { from: "1990-01-01", to: "2025-11-20" } })).problem.code).toBe(
    "period_too_long",
  );
});

test("a figure opens its records, page by page, and says how many are outside the viewer's rights", async () => {
  const query = { ...YEAR, step: "lead" as const, limit: 2 };
  const first = await boss().call(insights.funnelRecords, { query });
  expect(first.body).toMatchObject({ total: 5, outsideRights: 0 });
  const ids = new Set<string>();
  for (let cursor: string | undefined; ;) {
    const page = await boss().call(insights.funnelRecords, { query: { ...query, ...(cursor ? { cursor } : {}) } });
    for (const { leadId } of page.body.rows) ids.add(leadId);
    cursor = page.body.nextCursor;
    if (cursor === undefined) break;
  }
  expect(ids.size).toBe(5);
  // 赵磊 has the grant for everybody's figures but opens only what his teams hold.
  const boat = await world.http.as(world.cast.赵磊).call(insights.funnelRecords, { query: { ...query, limit: 50 } });
  expect(boat.body).toMatchObject({ total: 5, outsideRights: 3 });
  expect(boat.body.rows).toHaveLength(2);
  const won = await boss().call(insights.funnelRecords, { query: { ...YEAR, step: "won", column: "advanced" } });
  expect(won.body.rows).toMatchObject([{ opportunityId: expect.any(String) }, { opportunityId: expect.any(String) }]);
});

test("without figures of everybody a page counts the viewer's own and says so", async () => {
  const { body } = await rep().call(insights.funnel, { query: YEAR });
  expect(body).toMatchObject({ figuresOf: "within_rights" });
  expect(body.steps.map(({ leads }: { leads: number }) => leads)).toEqual([1, 1, 1, 1, 1]);
});

test("campaign results: cost, people by first source, revenue that adds up exactly in every model, ROI", async () => {
  for (const model of ATTRIBUTION_MODELS) {
    const { body } = await boss().call(insights.campaigns, { query: { ...YEAR, model } });
    const revenue = body.rows.reduce((sum: number, row: { revenue: number }) => sum + row.revenue, 0);
    expect(revenue).toBe(268_000_001 + 54_000_000);
    expect(body.total).toMatchObject({ revenue, cost: 31_000_000, leads: 5, won: 2 });
  }
  const { body } = await boss().call(insights.campaigns, { query: { ...YEAR, model: "linear" } });
  const byName = new Map(body.rows.map((row: { name: string | null }) => [row.name, row]));
  expect(byName.get("白皮书：防爆区无人巡检")).toMatchObject({
    cost: 18_600_000,
    leads: 2,
    mql: 1,
    won: 1,
    revenue: 89_333_334,
    roi: (89_333_334 - 18_600_000) / 18_600_000,
    daysToOpportunity: 0,
  });
  expect(byName.get("直播：轨交夜巡")).toMatchObject({ leads: 2, mql: 0, won: 0, revenue: 178_666_667 });
  expect(byName.get(null)).toMatchObject({ cost: 0, won: 1, revenue: 54_000_000, roi: null });
});

test("a rep's own revenue is never set against a whole cost: no return, in any model, in sum or on the target", async () => {
  const { body } = await rep().call(insights.campaigns, { query: { ...YEAR, model: "linear" } });
  expect(body).toMatchObject({ figuresOf: "within_rights", revenueOf: "within_rights" });
  const own = body.rows.find((row: { campaignId: string }) => row.campaignId === whitePaper);
  expect(own).toMatchObject({ cost: 18_600_000, revenue: 89_333_334, roi: null });
  expect(body.rows.map(({ roi }: { roi: number | null }) => roi)).toEqual(body.rows.map(() => null));
  expect(body.total).toMatchObject({ cost: 31_000_000, revenue: 268_000_001, roi: null });
  const models = await rep().call(insights.campaignModels, { params: { campaignId: whitePaper }, query: YEAR });
  expect(models.body).toMatchObject({ figuresOf: "within_rights", cost: 18_600_000 });
  expect(models.body.models.every(({ roi }: { roi: number | null }) => roi === null)).toBe(true);
  const whole = await boss().call(insights.campaigns, { query: YEAR });
  expect(whole.body.revenueOf).toBe("everybody");
  expect(whole.body.total.roi).toBeCloseTo((322_000_001 - 31_000_000) / 31_000_000, 9);
});

test("a campaign's models compare, and its revenue opens the deals with what each credits", async () => {
  const { body } = await boss().call(insights.campaignModels, { params: { campaignId: whitePaper }, query: YEAR });
  const revenue = Object.fromEntries(
    body.models.map((one: { model: string; revenue: number }) => [one.model, one.revenue]),
  );
  expect(revenue).toMatchObject({ first: 268_000_001, last: 0, linear: 89_333_334 });
  const credits = await boss().call(insights.credits, { query: { ...YEAR, model: "linear", campaignId: whitePaper } });
  expect(credits.body).toMatchObject({
    total: 1,
    outsideRights: 0,
    rows: [{ amount: 268_000_001, credited: 89_333_334, ownerName: "陈浩" }],
  });
  const none = await boss().call(insights.credits, { query: { ...YEAR, campaignId: "unknown" } });
  expect(none.body.rows).toMatchObject([{ credited: 54_000_000 }]);
  const first = await boss().call(insights.credits, { query: { ...YEAR, limit: 1 } });
  expect(first.body.rows).toMatchObject([{ credited: 268_000_001 }]);
  const second = await boss().call(insights.credits, { query: { ...YEAR, limit: 1, cursor: first.body.nextCursor } });
  expect(second.body.rows).toMatchObject([{ credited: 54_000_000 }]);
  expect(second.body.nextCursor).toBeUndefined();
  expect((await rep().call(insights.credits, { query: YEAR })).body).toMatchObject({ total: 1, outsideRights: 0 });
});

test("the target of a month: set by the sales manager, met by what is won, undone as it was", async () => {
  const params = { month: "2025-11" };
  const manager = world.http.as(world.cast.赵磊);
  expect((await world.http.as(world.cast.林晓).call(insights.target, { params })).body).toMatchObject({
    amount: null,
    wonAmount: 322_000_001,
    wonCount: 2,
    stillNeeded: { kind: "no_target" },
    mayEdit: false,
  });
  const set = await manager.call(insights.setTarget, { params, body: { amount: { from: null, to: 500_000_000 } } });
  expect(set.body).toMatchObject({ amount: 500_000_000, teamId: null, currency: "CNY" });
  const seen = await world.http.as(world.cast.林晓).call(insights.target, { params });
  expect(seen.body.stillNeeded).toEqual({ kind: "not_enough", missing: "deals", have: 2, enough: 5 });
  const stale = await manager.call(insights.setTarget, { params, body: { amount: { from: null, to: 1 } } });
  expect(stale.problem.code).toBe("changed_meanwhile");
  await undoOperation(world.database.house, {
    operationId: set.operationId ?? "",
    actor: { kind: "person", personId: world.cast.赵磊 },
    source: "web",
  });
  expect((await manager.call(insights.target, { params })).body.amount).toBeNull();
  const teamId = world.cast.teams.华南组;
  await manager.call(insights.setTarget, { params, body: { teamId, amount: { from: null, to: 50_000_000 } } });
  const team = await manager.call(insights.target, { params, query: { teamId } });
  expect(team.body).toMatchObject({ wonAmount: 54_000_000, stillNeeded: { kind: "reached", surplus: 4_000_000 } });
  // 陈浩 sees the team's target beside his own deals, none of which is this team's, and nothing computed from the two.
  expect((await rep().call(insights.target, { params, query: { teamId } })).body).toMatchObject({
    amount: 50_000_000,
    wonOf: "within_rights",
    wonAmount: 0,
    stillNeeded: { kind: "outside_rights" },
  });
  expect(team.body.wonOf).toBe("everybody");
  const gone = await manager.call(insights.setTarget, {
    params,
    body: { teamId, amount: { from: 50_000_000, to: null } },
  });
  expect(gone.body.amount).toBeNull();
});

test("with enough outcomes the leads still needed are computed from measured rates", async () => {
  for (let number = 0; number < 5; number++) {
    const { leadId } = await world.interest(`赢单 ${number}`, webinar);
    await world.win(await world.convert(leadId, world.cast.陈浩), world.cast.陈浩, 10_000_000);
  }
  const params = { month: "2025-12" };
  await world.http
    .as(world.cast.赵磊)
    .call(insights.setTarget, { params, body: { amount: { from: null, to: 100_000_000 } } });
  const { body } = await boss().call(insights.target, { params });
  expect(body.stillNeeded).toMatchObject({ kind: "needed", gap: 100_000_000 });
  const lead = body.stillNeeded.steps.find(({ step }: { step: string }) => step === "lead");
  // 372 million over 7 deals is 53.1 million each; 1.88 deals at 7 of 10 leads are 2.69 leads.
  expect(lead.needed).toBe(3);
});
