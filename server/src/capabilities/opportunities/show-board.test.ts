import { beforeAll, expect, test } from "vitest";
import { opportunities } from "@tongzhou/contract/opportunities";
import { opportunityTypes } from "@tongzhou/contract/opportunity-types";
import { defaultOpportunityType } from "./domain/default-opportunity-type.ts";
import { openOpportunityWorld } from "./opportunity-world.fixture.ts";
import type { OpportunityWorld } from "./opportunity-world.fixture.ts";

let world: OpportunityWorld;
let typeId: string;
let stages: { id: string; name: string }[];

beforeAll(async () => {
  world = await openOpportunityWorld();
  const [type] = (await rep().call(opportunityTypes.list)).body;
  typeId = type.id;
  stages = type.stages;
});

const rep = () => world.http.as(world.cast.陈浩);
const otherRep = () => world.http.as(world.cast.王倩);
const boss = () => world.http.as(world.cast.赵磊);
const stage = (place: number): string => stages[place]?.id ?? "";

async function converted(name: string, company: string): Promise<string> {
  const lead = await world.assign(name, company, world.cast.陈浩);
  const call = { params: { leadId: lead }, body: { accountConfirmed: true } };
  return (await rep().call(opportunities.convertLead, call)).body.id;
}

test("the shipped type is the one the domain describes, and only managers edit it", async () => {
  const [type] = (await rep().call(opportunityTypes.list)).body;
  const shipped = defaultOpportunityType();
  expect(type).toMatchObject({ code: "pipeline", name: shipped.name, weight: "pipeline", warnings: [] });
  const known = type.stages.map((one: object) => ({ ...one, id: "" }));
  expect(known).toEqual(shipped.stages.map((one) => ({ ...one, id: "" })));
});

test("the board counts and sums each column under the viewer's rights and pages each by itself", async () => {
  for (const number of [1, 2, 3]) await converted(`看板 ${number}`, `看板公司 ${number}`);
  const query = { typeId, search: "看板", limit: 2, sort: "name" };
  const { body } = await rep().call(opportunities.board, { query });
  expect(body.columns).toHaveLength(5);
  expect(body.columns[0]).toMatchObject({ stageId: stage(0), count: 3, sums: [{ currency: "CNY", amount: 0 }] });
  expect(body.columns[0].rows).toHaveLength(2);
  const more = await rep().call(opportunities.boardColumn, {
    params: { stageId: stage(0) },
    query: { search: "看板", limit: 2, sort: "name", cursor: body.columns[0].nextCursor },
  });
  expect(more.body.rows).toHaveLength(1);
  expect(more.body.nextCursor).toBeUndefined();
  const { body: hers } = await otherRep().call(opportunities.board, { query });
  expect(hers.columns.map((column: { count: number }) => column.count)).toEqual([0, 0, 0, 0, 0]);
  const longest = await rep().call(opportunities.board, { query: { typeId, sort: "stageSince", limit: 1 } });
  expect(longest.body.order).toBe("stageSince");
});

test("lists filter by what opportunities publish, and counts agree", async () => {
  const rule = { field: "opportunity.stage", operator: "any_of", value: [stage(0)] };
  const filter = JSON.stringify({ combinator: "and", rules: [rule] });
  const { body } = await rep().call(opportunities.list, { query: { filter, limit: 200 } });
  expect(body.rows.length).toBeGreaterThan(2);
  expect((await rep().call(opportunities.count, { query: { filter } })).body.count).toBe(body.rows.length);
  expect((await otherRep().call(opportunities.count, { query: { filter } })).body.count).toBe(0);
  const fields = (await rep().call(opportunities.fields)).body.map((field: { id: string }) => field.id);
  expect(fields).toEqual(expect.arrayContaining(["opportunity.amount", "opportunity.campaign", "opportunity.stage"]));
});

test("a manager edits stages: order, names and demands; what is wrong or in use is refused; undo restores", async () => {
  const { body: types } = await boss().call(opportunityTypes.list);
  const { name, active } = types[0];
  const from = { name, active, stages: types[0].stages };
  const [first, second, ...rest] = from.stages;
  const before = await world.rows();
  const to = {
    ...from,
    stages: [
      { name: "线上演示", probability: 5, requiredFields: [], requiredEvidence: [], usualDays: null },
      { ...second, probability: 20 },
      first,
      ...rest.slice(0, -1),
    ],
  };
  const edited = await boss().call(opportunityTypes.edit, { params: { typeId }, body: { from, to } });
  expect(edited.body.stages.map((one: { name: string }) => one.name)).toEqual([
    "线上演示",
    "样机试用",
    "需求确认",
    "方案确认",
    "商务谈判",
  ]);
  expect(edited.body.warnings).toMatchObject([{ code: "probability_falls" }]);
  expect((await boss().call(opportunityTypes.edit, { params: { typeId }, body: { from, to } })).problem.code).toBe(
    "changed_meanwhile",
  );
  await world.undo(edited.operationId, world.cast.赵磊);
  expect(await world.rows()).toEqual(before);
  const without = { ...from, stages: [second, ...rest] };
  expect(
    (await boss().call(opportunityTypes.edit, { params: { typeId }, body: { from, to: without } })).problem,
  ).toMatchObject({
    code: "opportunity_stage_in_use",
    params: { name: "需求确认" },
  });
  const wrong = { ...from, name: "", stages: [{ ...first, probability: 120 }, second, ...rest] };
  const refused = await boss().call(opportunityTypes.edit, { params: { typeId }, body: { from, to: wrong } });
  expect(refused.problem).toMatchObject({ status: 400, code: "opportunity_type_wrong" });
  expect(refused.problem.fields).toMatchObject([
    { pointer: "/name", message: "要有名称" },
    { pointer: "/stages/0/probability", message: "赢率要在 0 到 100 之间" },
  ]);
  const brief = { name: "推荐简报", code: "brief", weight: "brief" as const, stages: [] };
  expect((await boss().call(opportunityTypes.create, { body: brief })).body).toMatchObject({
    code: "brief",
    stages: [],
  });
  expect((await boss().call(opportunityTypes.create, { body: brief })).problem.code).toBe(
    "opportunity_type_code_taken",
  );
});
