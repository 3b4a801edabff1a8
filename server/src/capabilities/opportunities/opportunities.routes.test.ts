import { beforeAll, expect, test } from "vitest";
import { opportunityAssignments } from "@tongzhou/contract/opportunity-assignments";
import { opportunities } from "@tongzhou/contract/opportunities";
import { opportunityTypes } from "@tongzhou/contract/opportunity-types";
import { recordTouches, prepareTouchMonths } from "../touches/index.ts";
import { openOpportunityWorld } from "./opportunity-world.fixture.ts";
import type { OpportunityWorld } from "./opportunity-world.fixture.ts";

let world: OpportunityWorld;
let stages: { id: string; name: string }[];

beforeAll(async () => {
  world = await openOpportunityWorld();
  const [type] = (await rep().call(opportunityTypes.list)).body;
  stages = type.stages;
});

const rep = () => world.http.as(world.cast.陈浩);
const otherRep = () => world.http.as(world.cast.王倩);
const boss = () => world.http.as(world.cast.赵磊);
const stage = (place: number): string => stages[place]?.id ?? "";

async function converted(name: string, company: string): Promise<string> {
  const lead = await world.assign(name, company, world.cast.陈浩);
  const answer = await rep().call(opportunities.convertLead, {
    params: { leadId: lead },
    body: { accountConfirmed: true },
  });
  expect(answer.problem).toMatchObject({ id: expect.any(String) });
  return answer.body.id;
}

async function lifecycle(text: string, id: string): Promise<unknown[]> {
  return (await world.database.pool.query(`${text} order by recorded_at, id`, [id])).rows;
}

test("converting a lead that waits accepts it, confirms the account, takes the contact along, and undo brings all back", async () => {
  const lead = await world.assign("姚磊", "鼎新化纤有限公司", world.cast.陈浩);
  const params = { leadId: lead };
  const doubtful = await rep().call(opportunities.convertLead, { params, body: { accountConfirmed: false } });
  expect(doubtful.problem).toMatchObject({ status: 422, code: "lead_account_not_confirmed" });
  const before = await world.rows();
  const done = await rep().call(opportunities.convertLead, {
    params,
    body: { accountConfirmed: true, amount: 54_000_000, name: "鼎新化纤 车间轮式" },
  });
  expect(done.status).toBe(201);
  expect(done.body).toMatchObject({
    name: "鼎新化纤 车间轮式",
    accountName: "鼎新化纤有限公司",
    ownerName: "陈浩",
    stageName: "需求确认",
    probability: 10,
    amount: 54_000_000,
    contacts: [{ name: "姚磊", role: "participant" }],
    contactName: "姚磊",
    events: [{ what: "opened", toStageId: stage(0) }],
    next: { stageId: stage(1), missing: [{ kind: "field", what: "nextStep", stageName: "样机试用" }] },
    mayEdit: true,
    mayLog: true,
    mayGive: false,
  });
  expect(await lifecycle("select from_stage, to_stage from lifecycle_event where lead_id = $1", lead)).toMatchObject([
    { to_stage: "raw" },
    { to_stage: "mql" },
    { to_stage: "assigned" },
    { from_stage: "assigned", to_stage: "sql" },
    { from_stage: "sql", to_stage: "converted" },
  ]);
  const [account] = await lifecycle(
    "select confirmed, id, id as recorded_at from account where id = $1",
    done.body.accountId,
  );
  expect(account).toMatchObject({ confirmed: true });
  const again = await rep().call(opportunities.convertLead, { params, body: { accountConfirmed: true } });
  expect(again.problem.code).toBe("lead_wrong_stage");
  await world.undo(done.operationId, world.cast.陈浩);
  expect(await world.rows()).toEqual(before);
});

test("a manager converts for the rep, who stays the owner; another rep does not know of the lead", async () => {
  const lead = await world.assign("周启明", "鼎新石化（舟山）", world.cast.陈浩);
  const call = { params: { leadId: lead }, body: { accountConfirmed: true } };
  expect((await otherRep().call(opportunities.convertLead, call)).status).toBe(404);
  expect((await boss().call(opportunities.convertLead, call)).body).toMatchObject({ ownerName: "陈浩" });
});

test("of many who convert one lead at once exactly one wins", async () => {
  for (let round = 0; round < 3; round++) {
    const lead = await world.assign(`同时 ${round}`, `抢单公司 ${round}`, world.cast.陈浩);
    const call = { params: { leadId: lead }, body: { accountConfirmed: true } };
    const answers = await Promise.all(
      [rep(), boss(), rep(), boss()].map((who) => who.call(opportunities.convertLead, call)),
    );
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 409, 409, 409]);
  }
});

test("a gate says what is missing before the drop, refuses the move, and opens on what the system has seen", async () => {
  const id = await converted("薛婷", "云岭管廊");
  const params = { opportunityId: id };
  const asked = await rep().call(opportunities.checkMove, { params: { ...params, stageId: stage(3) } });
  expect(asked.body.missing).toEqual([
    { stageId: stage(1), stageName: "样机试用", kind: "field", what: "nextStep" },
    { stageId: stage(2), stageName: "方案确认", kind: "field", what: "amount" },
    { stageId: stage(2), stageName: "方案确认", kind: "evidence", what: "meeting_held" },
    { stageId: stage(3), stageName: "商务谈判", kind: "field", what: "expectedCloseOn" },
    { stageId: stage(3), stageName: "商务谈判", kind: "evidence", what: "role:approver" },
  ]);
  const jump = { params, body: { from: stage(0), to: stage(3) } };
  expect((await rep().call(opportunities.move, jump)).problem).toMatchObject({
    code: "opportunity.gate_closed",
    title: "进入这个阶段还差 5 条",
  });
  await rep().call(opportunities.edit, {
    params,
    body: {
      nextStep: { from: null, to: "现场勘查" },
      amount: { from: null, to: 232_000_000 },
      expectedCloseOn: { from: null, to: "2025-12-26" },
    },
  });
  const approver = await world.meet("批准者", "云岭管廊");
  const { body: opened } = await rep().call(opportunities.show, { params });
  const { rows } = await world.database.pool.query<{ id: string }>(
    "select id from identifier where contact_id = $1 and kind = 'phone'",
    [opened.contactId],
  );
  const at = new Date(world.database.house.clock.now().getTime() + 1);
  await prepareTouchMonths(world.database.house, [at]);
  await world.act((context) =>
    recordTouches(context, [{ identifierId: rows[0]?.id ?? "", at, kind: "meeting", title: "技术交流会" }]),
  );
  // Whoever follows the company follows its people; of another company he cannot even name one.
  const { contactId: strangerId } = await world.meet("路人", "北辰港务");
  const role = { role: "approver" as const };
  const stranger = { params: { ...params, contactId: strangerId }, body: role };
  expect((await rep().call(opportunities.setContact, stranger)).problem.code).toBe("opportunity_contact_missing");
  await rep().call(opportunities.setContact, { params: { ...params, contactId: approver.contactId }, body: role });
  expect(
    (await rep().call(opportunities.checkMove, { params: { ...params, stageId: stage(3) } })).body.missing,
  ).toEqual([]);
  const before = await world.rows();
  const moved = await rep().call(opportunities.move, jump);
  expect(moved.body).toMatchObject({ stageName: "商务谈判", events: [{}, { what: "moved", toStageId: stage(3) }] });
  expect((await rep().call(opportunities.move, jump)).problem.code).toBe("opportunity.already_there");
  const stale = { params, body: { from: stage(0), to: stage(4) } };
  expect((await rep().call(opportunities.move, stale)).problem.code).toBe("changed_meanwhile");
  await world.undo(moved.operationId, world.cast.陈浩);
  expect(await world.rows()).toEqual(before);
});

test("winning states an amount, closes the opportunity and tells customer success; undo reopens it", async () => {
  const id = await converted("方旭", "明德制药");
  const params = { opportunityId: id };
  const before = await world.rows();
  const ahead = { params, body: { amount: 1, wonAt: "2030-01-01T00:00:00.000Z" } };
  expect((await rep().call(opportunities.win, ahead)).problem.code).toBe("opportunity.won_in_future");
  const won = await rep().call(opportunities.win, { params, body: { amount: 126_000_000 } });
  expect(won.body).toMatchObject({ outcome: "won", amount: 126_000_000, next: null });
  expect(world.database.announced.filter(({ event }) => event === "opportunity.won").at(-1)?.ids).toEqual([id]);
  expect((await rep().call(opportunities.lose, { params, body: { reason: "price" } })).problem.code).toBe(
    "opportunity.not_running",
  );
  const emptied = { params, body: { amount: { from: 126_000_000, to: null } } };
  expect((await rep().call(opportunities.edit, emptied)).problem.code).toBe("opportunity.amount_missing");
  await world.undo(won.operationId, world.cast.陈浩);
  expect(await world.rows()).toEqual(before);
});

test("losing asks why and returns the people to nurture in a new cycle; undo brings both back; it may be converted anew", async () => {
  const id = await converted("秦川", "江北水务");
  const params = { opportunityId: id };
  const before = await world.rows();
  expect((await rep().call(opportunities.lose, { params, body: { reason: "moon" as never } })).status).toBe(400);
  const lost = await rep().call(opportunities.lose, { params, body: { reason: "price", note: "高了 12%" } });
  expect(lost.body).toMatchObject({ outcome: "lost", loseReason: "price", loseNote: "高了 12%" });
  const [lead] = await lifecycle(
    "select stage, pool_kind, cycle, id, id as recorded_at from lead where id = $1",
    lost.body.leadId,
  );
  expect(lead).toMatchObject({ stage: "nurturing", pool_kind: "nurture", cycle: 2 });
  await world.undo(lost.operationId, world.cast.陈浩);
  expect(await world.rows()).toEqual(before);
});

test("a lost lead goes to the public pool of the owner's team when the standard says so", async () => {
  const other = await openOpportunityWorld(async () => "public");
  const lead = await other.assign("韦宁", "瑞康药业", other.cast.陈浩);
  await other.act(async ({ client, newId }) => {
    const known = await client.query("select from pool where kind = 'public' and team_id = $1", [
      other.cast.teams.华东组,
    ]);
    if (known.rowCount === 0)
      await client.query("insert into pool (id, kind, team_id) values ($1, 'public', $2)", [
        newId(),
        other.cast.teams.华东组,
      ]);
  });
  const who = other.http.as(other.cast.陈浩);
  const { body } = await who.call(opportunities.convertLead, {
    params: { leadId: lead },
    body: { accountConfirmed: true },
  });
  await who.call(opportunities.lose, { params: { opportunityId: body.id }, body: { reason: "no_budget" } });
  const { rows } = await other.database.pool.query(
    "select l.stage, p.kind, p.team_id from lead as l join pool as p on p.id = l.pool_id where l.id = $1",
    [lead],
  );
  expect(rows).toEqual([{ stage: "mql", kind: "public", team_id: other.cast.teams.华东组 }]);
});

test("a manager gives an opportunity to another rep, its lead follows, and undo gives it back", async () => {
  const id = await converted("谢琳", "桐州燃气");
  const body = { opportunityIds: [id], ownerId: world.cast.王倩 };
  const before = await world.rows();
  expect((await rep().call(opportunities.give, { body })).status).toBe(403);
  const given = await boss().call(opportunities.give, { body });
  expect(given.body).toEqual({ given: 1 });
  expect((await boss().call(opportunities.give, { body })).body).toEqual({ given: 0 });
  const { body: seen } = await otherRep().call(opportunities.show, { params: { opportunityId: id } });
  expect(seen).toMatchObject({ ownerName: "王倩", events: [{}, { what: "given", toOwnerId: world.cast.王倩 }] });
  const [lead] = await lifecycle("select owner_id, id, id as recorded_at from lead where id = $1", seen.leadId);
  expect(lead).toMatchObject({ owner_id: world.cast.王倩 });
  expect((await rep().call(opportunities.show, { params: { opportunityId: id } })).status).toBe(404);
  await world.undo(given.operationId, world.cast.赵磊);
  expect(await world.rows()).toEqual(before);
});

test("many are given to a rep as the list shows them, counted before, and undo gives them back", async () => {
  const ids = [await converted("何平", "远洋锂能"), await converted("何安", "远洋铝业")];
  const choice = {
    filter: { combinator: "and" as const, rules: [{ field: "opportunity.name", operator: "contains", value: "远洋" }] },
  };
  const before = await world.rows();
  const body = { choice, toId: world.cast.王倩 };
  expect((await boss().call(opportunityAssignments.previewAssignment, { body })).body).toEqual({
    moves: [{ ownerId: world.cast.陈浩, ownerName: "陈浩", pool: null, count: 2 }],
    stays: [],
  });
  const given = await boss().call(opportunityAssignments.assign, { body });
  expect(given.body).toEqual({ moved: 2, left: 0 });
  expect((await boss().call(opportunityAssignments.assign, { body: { ...body, choice: { ids } } })).body.moved).toBe(0);
  await world.undo(given.operationId, world.cast.赵磊);
  expect(await world.rows()).toEqual(before);
});

test("an opportunity without a lead is opened with an account that the creator may see, and its people change", async () => {
  const { contactId, accountId } = await world.meet("林建", "老客户有限公司");
  const body = { accountId, contacts: [{ contactId, role: "user" as const }] };
  expect((await otherRep().call(opportunities.create, { body })).problem.code).toBe("opportunity_account_missing");
  const made = await world.http
    .as(world.cast.吴桐)
    .call(opportunities.create, { body: { ...body, ownerId: world.cast.王倩 } });
  expect(made.body).toMatchObject({ ownerName: "王倩", leadId: null, contacts: [{ role: "user" }] });
  const params = { opportunityId: made.body.id, contactId };
  const before = await world.rows();
  const changed = await otherRep().call(opportunities.setContact, { params, body: { role: "champion" } });
  expect(changed.body.contacts).toMatchObject([{ role: "champion" }]);
  await world.undo(changed.operationId, world.cast.王倩);
  expect(await world.rows()).toEqual(before);
  const removed = await otherRep().call(opportunities.removeContact, { params });
  expect(removed.body.contacts).toEqual([]);
  await world.undo(removed.operationId, world.cast.王倩);
  expect(await world.rows()).toEqual(before);
});
