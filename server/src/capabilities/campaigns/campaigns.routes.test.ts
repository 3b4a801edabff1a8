import { beforeAll, expect, test } from "vitest";
import { campaigns } from "@tongzhou/contract/campaigns";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import type { TestAnswer } from "../../platform/http/test-http.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { campaignsMessages, campaignsRoutes } from "./index.ts";

let { database, http, cast } = {} as TestWorld;

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(campaignsRoutes, [campaignsMessages]));
});

const marketer = () => http.as(cast.林晓);
const make = (body: { name: string; type: "webinar" | "content" } & Record<string, unknown>): Promise<TestAnswer> =>
  marketer().call(campaigns.create, { body });
const complete = () => ({
  name: "直播：热电无人值守",
  type: "webinar" as const,
  goal: "20 条商机",
  goalLeads: 800,
  budgetAmount: 15_000_000,
  callToAction: "预约样机",
  nextStep: "负责销售回访",
  nextStepOwnerId: cast.赵磊,
  nextStepDays: 5,
});
const undo = (answer: TestAnswer) =>
  undoOperation(database.house, {
    operationId: answer.operationId ?? "",
    actor: { kind: "person", personId: cast.林晓 },
    source: "web",
  });
const rows = async (): Promise<unknown> =>
  (
    await database.pool.query(
      "select (select jsonb_agg(c order by id) from campaign as c), (select jsonb_agg(c order by id) from campaign_cost as c) as costs",
    )
  ).rows;

test("a draft needs only name and type, belongs to who made it, and says what it lacks to start", async () => {
  const draft = await make({ name: "2025 用户大会", type: "webinar" });
  expect(draft.status).toBe(201);
  expect(draft.body).toMatchObject({
    status: "draft",
    ownerName: "林晓",
    currency: "CNY",
    spentAmount: 0,
    mayEdit: true,
  });
  expect(draft.body.missing).toEqual([
    "goal",
    "budgetAmount",
    "callToAction",
    "nextStep",
    "nextStepOwnerId",
    "nextStepDays",
  ]);
  const refused = await marketer().call(campaigns.start, { params: { campaignId: draft.body.id } });
  expect(refused.problem).toMatchObject({
    status: 422,
    code: "campaign_incomplete",
    title: "还差 6 项，“2025 用户大会”不能开始",
    params: { missing: draft.body.missing },
  });
  expect(refused.problem.fields?.map(({ pointer }) => pointer)).toEqual([
    "/goal",
    "/budgetAmount",
    "/callToAction",
    "/nextStep",
    "/nextStepOwnerId",
    "/nextStepDays",
  ]);
});

test("a complete draft starts today, ends today, and each step can be undone", async () => {
  const { id } = (await make(complete())).body;
  const params = { campaignId: id };
  const before = await rows();
  const started = await marketer().call(campaigns.start, { params });
  expect(started.body).toMatchObject({ status: "running", startsOn: "2025-11-21", missing: [] });
  await undo(started);
  expect(await rows()).toEqual(before);
  await marketer().call(campaigns.start, { params });
  const running = await rows();
  expect((await marketer().call(campaigns.start, { params })).problem.code).toBe("campaign_not_draft");
  expect((await marketer().call(campaigns.remove, { params })).problem.code).toBe("campaign_not_draft");
  const ended = await marketer().call(campaigns.end, { params });
  expect(ended.body).toMatchObject({ status: "ended", endsOn: "2025-11-21" });
  expect((await marketer().call(campaigns.end, { params })).problem.code).toBe("campaign_not_running");
  await undo(ended);
  expect(await rows()).toEqual(running);
});

test("an ended campaign keeps its planned day when that has passed, and never ends before it began", async () => {
  const course = async (startsOn: string, endsOn: string): Promise<string> => {
    const { id } = (await make({ ...complete(), startsOn, endsOn })).body;
    await marketer().call(campaigns.start, { params: { campaignId: id } });
    return (await marketer().call(campaigns.end, { params: { campaignId: id } })).body.endsOn;
  };
  expect(await course("2025-10-16", "2025-10-17")).toBe("2025-10-17");
  expect(await course("2025-10-16", "2025-12-31")).toBe("2025-11-21");
  expect(await course("2025-12-01", "2025-12-31")).toBe("2025-12-01");
});

test("a running campaign keeps what starting demanded; other edits go through and are undone", async () => {
  const { id } = (await make(complete())).body;
  const params = { campaignId: id };
  await marketer().call(campaigns.start, { params });
  const emptied = { params, body: { goal: { from: "20 条商机", to: null } } };
  expect((await marketer().call(campaigns.edit, emptied)).problem).toMatchObject({ code: "campaign_incomplete" });
  const backwards = { params, body: { endsOn: { from: null, to: "2025-01-01" } } };
  expect((await marketer().call(campaigns.edit, backwards)).problem.code).toBe("campaign_ends_before_start");
  const stale = { params, body: { goal: { from: "别的", to: "30 条商机" } } };
  expect((await marketer().call(campaigns.edit, stale)).problem.code).toBe("changed_meanwhile");
  const before = await rows();
  const edited = await marketer().call(campaigns.edit, {
    params,
    body: { goal: { from: "20 条商机", to: "30 条商机" }, name: { from: "直播：热电无人值守", to: "直播：无人值守" } },
  });
  expect(edited.body).toMatchObject({ goal: "30 条商机", name: "直播：无人值守" });
  await undo(edited);
  expect(await rows()).toEqual(before);
});

test("costs are recorded as they occur, corrected and taken away, and a draft may have them", async () => {
  const { id } = (await make({ name: "冶金装备展", type: "content" })).body;
  const params = { campaignId: id };
  await marketer().call(campaigns.addCost, {
    params,
    body: { occurredOn: "2025-11-01", amount: 350_000, kind: "venue" },
  });
  const added = await marketer().call(campaigns.addCost, {
    params,
    body: { occurredOn: "2025-11-03", amount: -50_000 },
  });
  expect(added.body).toMatchObject({
    spentAmount: 300_000,
    costs: [{ amount: -50_000, kind: "other" }, { kind: "venue" }],
  });
  const costId: string = added.body.costs[0].id;
  const edited = await marketer().call(campaigns.editCost, {
    params: { ...params, costId },
    body: { amount: { from: -50_000, to: -60_000 }, note: { from: null, to: "退搭建押金" } },
  });
  expect(edited.body).toMatchObject({ spentAmount: 290_000 });
  const before = await rows();
  const removed = await marketer().call(campaigns.removeCost, { params: { ...params, costId } });
  expect(removed.body).toMatchObject({ spentAmount: 350_000 });
  await undo(removed);
  expect(await rows()).toEqual(before);
  const nothing = { params, body: { occurredOn: "2025-11-01", amount: 0 } };
  expect((await marketer().call(campaigns.addCost, nothing)).status).toBe(400);
  const removedDraft = await marketer().call(campaigns.remove, { params });
  expect(removedDraft.status).toBe(200);
  await undo(removedDraft);
  expect(await rows()).toEqual(before);
});

test("the list filters, searches, sorts and pages, and a filter may ask for what was spent", async () => {
  const listed = await marketer().call(campaigns.list, { query: { search: "冶金" } });
  expect(listed.body.rows).toMatchObject([
    { name: "冶金装备展", spentAmount: 290_000, missing: expect.arrayContaining(["goal"]) },
  ]);
  const rule = { field: "campaign.spent", operator: "more_than", value: { amount: 100, currency: "CNY" } };
  const filter = JSON.stringify({ combinator: "and", rules: [rule] });
  const spent = await http.as(cast.陈浩).call(campaigns.list, { query: { filter } });
  expect(spent.body.rows).toHaveLength(1);
  expect((await http.as(cast.陈浩).call(campaigns.count, { query: { filter } })).body).toEqual({
    count: 1,
    exact: true,
    rough: false,
  });
  const names: string[] = [];
  for (let cursor: string | undefined; ;) {
    const page = await marketer().call(campaigns.list, {
      query: { sort: "name", limit: 2, ...(cursor ? { cursor } : {}) },
    });
    names.push(...page.body.rows.map((row: { name: string }) => row.name));
    cursor = page.body.nextCursor;
    if (cursor === undefined) break;
  }
  expect(names).toHaveLength((await marketer().call(campaigns.count)).body.count);
  expect(new Set((await marketer().call(campaigns.list)).body.rows.map((row: { name: string }) => row.name))).toEqual(
    new Set(names),
  );
  expect((await marketer().call(campaigns.fields)).body.map((field: { id: string }) => field.id)).toContain(
    "campaign.budget",
  );
});

test("a repeated request with one key makes one campaign", async () => {
  const headers = { "idempotency-key": "one-draft" };
  const body = { name: "只做一次", type: "content" as const };
  const first = await marketer().call(campaigns.create, { body }, headers);
  expect((await marketer().call(campaigns.create, { body }, headers)).body).toEqual(first.body);
});
