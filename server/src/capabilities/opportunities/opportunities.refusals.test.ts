import { beforeAll, expect, test } from "vitest";
import { opportunities } from "@tongzhou/contract/opportunities";
import { opportunityTypes } from "@tongzhou/contract/opportunity-types";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCases } from "../../platform/http/test-refusals.ts";
import { openOpportunityWorld } from "./opportunity-world.fixture.ts";
import type { OpportunityWorld } from "./opportunity-world.fixture.ts";

let world: OpportunityWorld;
let typeId: string;
let stages: { id: string }[];
/** 陈浩's, in the first stage. */
let ownedId: string;
/** Waits for 陈浩's answer. */
let leadId: string;

beforeAll(async () => {
  world = await openOpportunityWorld();
  const rep = world.http.as(world.cast.陈浩);
  const [type] = (await rep.call(opportunityTypes.list)).body;
  typeId = type.id;
  stages = type.stages;
  leadId = await world.assign("高峰", "宁川轨道交通集团有限公司", world.cast.陈浩);
  const other = await world.assign("郑凯", "启明锂能", world.cast.陈浩);
  const call = { params: { leadId: other }, body: { accountConfirmed: true } };
  ownedId = (await rep.call(opportunities.convertLead, call)).body.id;
});

const otherRep = () => world.http.as(world.cast.王倩);
const stage = (place: number): string => stages[place]?.id ?? "";
const owned = () => ({ opportunityId: ownedId });
const bySdr = (input: () => object) => () => ({ by: world.http.as(world.cast.周敏), input: input() });
const byOther = (input: () => object) => () => ({ by: otherRep(), input: input() });
const NO_RECORD = "lists, counts, boards and types name no record; what they show is tested under each viewer's rights";
const write = (input: () => object): RefusalCases => ({ mayNot: bySdr(input), wrongTeam: byOther(input) });
const read = (input: () => object = () => ({})): RefusalCases => ({ mayNot: bySdr(input), wrongTeam: NO_RECORD });

test("a marketer reads every opportunity and edits none", async () => {
  const by = world.http.as(world.cast.林晓);
  expect((await by.call(opportunities.show, { params: owned() })).body).toMatchObject({
    mayEdit: false,
    mayGive: false,
  });
  const call = { params: owned(), body: { nextStep: { from: null, to: "x" } } };
  expect((await by.call(opportunities.edit, call)).status).toBe(403);
});

testRefusals(() => world.http, {
  "opportunities.listOpportunities": read(),
  "opportunities.countOpportunities": read(),
  "opportunities.listOpportunityFields": read(),
  "opportunities.showBoard": read(() => ({ query: { typeId } })),
  "opportunities.showBoardColumn": read(() => ({ params: { stageId: stage(0) } })),
  "opportunities.listTypes": read(),
  "opportunities.showOpportunity": write(() => ({ params: owned() })),
  "opportunities.checkMove": write(() => ({ params: { ...owned(), stageId: stage(1) } })),
  "opportunities.createOpportunity": {
    mayNot: bySdr(() => ({ body: { accountId: ownedId } })),
    wrongTeam: byOther(() => ({ body: { accountId: ownedId, ownerId: world.cast.陈浩 } })),
  },
  "opportunities.convertLead": write(() => ({ params: { leadId }, body: { accountConfirmed: true } })),
  "opportunities.editOpportunity": write(() => ({ params: owned(), body: { nextStep: { from: null, to: "抢" } } })),
  "opportunities.moveOpportunity": write(() => ({ params: owned(), body: { from: stage(0), to: stage(1) } })),
  "opportunities.winOpportunity": write(() => ({ params: owned(), body: { amount: 1 } })),
  "opportunities.loseOpportunity": write(() => ({ params: owned(), body: { reason: "price" } })),
  "opportunities.giveOpportunities": write(() => ({ body: { opportunityIds: [ownedId], ownerId: world.cast.王倩 } })),
  "opportunities.assignOpportunities": {
    ...write(() => ({ body: { choice: { ids: [ownedId] }, toId: world.cast.王倩 } })),
  },
  "opportunities.previewAssignment": {
    mayNot: bySdr(() => ({ body: { choice: { ids: [ownedId] }, toId: world.cast.王倩 } })),
    wrongTeam: "those out of reach are counted as not allowed; a test of the routes shows it",
  },
  "opportunities.setContact": write(() => ({ params: { ...owned(), contactId: ownedId }, body: { role: "user" } })),
  "opportunities.removeContact": write(() => ({ params: { ...owned(), contactId: ownedId } })),
  "opportunities.createType": {
    mayNot: bySdr(() => ({ body: { name: "续约", code: "renewal", weight: "brief", stages: [] } })),
    wrongTeam: NO_RECORD,
  },
  "opportunities.editType": {
    mayNot: bySdr(() => ({
      params: { typeId },
      body: { from: { name: "", active: true, stages: [] }, to: { name: "", active: true, stages: [] } },
    })),
    wrongTeam: NO_RECORD,
  },
});
