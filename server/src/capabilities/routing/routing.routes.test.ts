import { beforeAll, expect, test } from "vitest";
import { routing } from "@tongzhou/contract/routing";
import type { RoutingRuleRow } from "@tongzhou/contract/routing";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { openPeople } from "../people/index.ts";
import { routingMessages, routingRoutes } from "./index.ts";
import { openRoutingWorld } from "./routing-world.fixture.ts";
import type { RoutingWorld } from "./routing-world.fixture.ts";

let world: RoutingWorld;
let http: TestHttp;
let ruleId: string;

beforeAll(async () => {
  world = await openRoutingWorld();
  const { house } = world.database;
  const { signIn } = await openPeople(house);
  http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [routingMessages],
    register: routingRoutes,
  });
  ruleId = await world.rule({ name: "华东", target: { kind: "user", personId: world.cast.陈浩 } });
});

const manager = () => http.as(world.cast.赵磊);
const EVERYBODY = { combinator: "and", rules: [] } as const;
const FAIRS = { combinator: "and", rules: [{ field: "lead.source", operator: "is", value: "展会" }] } as const;
const create = (name: string, more: object = {}) =>
  manager().call(routing.create, {
    body: { name, conditions: EVERYBODY, target: { kind: "sdr" }, ...more },
  });
const list = async (): Promise<RoutingRuleRow[]> => (await manager().call(routing.list)).body;
const names = async (): Promise<string[]> => (await list()).map(({ name }) => name);

test("rules are added before the fallback, dragged, edited, switched off and removed, and each act is undone", async () => {
  const undo = async (operationId: string | undefined): Promise<void> => {
    await undoOperation(world.database.house, {
      operationId: operationId ?? "",
      actor: { kind: "person", personId: world.cast.赵磊 },
      source: "web",
    });
  };
  const snapshot = () => world.rows("select * from routing_rule order by id");
  await create("兜底", { fallback: true });
  const before = await snapshot();
  const created = await create("展会", { conditions: FAIRS });
  expect(await names()).toEqual(["华东", "展会", "兜底"]);
  await undo(created.operationId);
  expect(await snapshot()).toEqual(before);
  const fairs = (await create("展会", { conditions: FAIRS })).body.find((one: RoutingRuleRow) => one.name === "展会");
  const present = await snapshot();
  const moved = await manager().call(routing.move, { params: { ruleId: fairs.id }, body: { beforeId: ruleId } });
  expect(moved.body.map((one: RoutingRuleRow) => one.name)).toEqual(["展会", "华东", "兜底"]);
  await undo(moved.operationId);
  expect(await snapshot()).toEqual(present);
  const edited = await manager().call(routing.edit, {
    params: { ruleId: fairs.id },
    body: { enabled: { from: true, to: false }, maxPerDay: { from: null, to: 6 } },
  });
  expect(edited.body.find((one: RoutingRuleRow) => one.id === fairs.id)).toMatchObject({
    enabled: false,
    maxPerDay: 6,
  });
  await undo(edited.operationId);
  expect(await snapshot()).toEqual(present);
  const removed = await manager().call(routing.remove, { params: { ruleId: fairs.id } });
  expect(await names()).toEqual(["华东", "兜底"]);
  await undo(removed.operationId);
  expect(await snapshot()).toEqual(present);
  const set = { params: { personId: world.cast.王倩 }, body: { takesLeads: false, capacity: 10 } };
  const saved = await manager().call(routing.setMember, set);
  expect(saved.body).toEqual({
    personId: world.cast.王倩,
    personName: "王倩",
    takesLeads: false,
    capacity: 10,
    inHand: 0,
  });
  await undo(saved.operationId);
  const members = await manager().call(routing.members);
  expect(members.body.map((one: { personName: string }) => one.personName)).toEqual(["陈浩", "王倩"]);
  expect(members.body[1]).toMatchObject({ takesLeads: true, capacity: null });
});

test("what cannot run is not saved", async () => {
  const wealthy = { combinator: "and", rules: [{ field: "lead.wealth", operator: "is", value: "many" }] } as const;
  expect((await create("富", { conditions: wealthy })).problem).toMatchObject({ status: 422, code: "rule_has_errors" });
  const nobody = { target: { kind: "user", personId: world.database.house.newId() } };
  expect((await create("无人", nobody)).problem).toMatchObject({ code: "rule_has_errors", title: "规则有 1 处不能用" });
  expect((await create("再兜底", { fallback: true })).problem.code).toBe("fallback_exists");
  const fallback = (await list()).find((one) => one.fallback);
  const drag = { params: { ruleId: fallback?.id ?? "" }, body: { beforeId: ruleId } };
  expect((await manager().call(routing.move, drag)).problem.code).toBe("fallback_stays_last");
});

test("rules are tried on past leads before they are saved, and nothing is written", async () => {
  const { 陈浩, 王倩 } = world.cast;
  await world.route(await world.qualify(6));
  const count = async () => (await world.rows("select count(*)::int as count from operation"))[0]?.["count"];
  const before = await count();
  const trial = await manager().call(routing.tryOut, {
    body: { rules: [{ name: "给王倩", conditions: EVERYBODY, target: { kind: "user", personId: 王倩 } }] },
  });
  expect(trial.body).toMatchObject({ leads: 6, changed: 6, nobodyPresent: 0, nobodyTried: 0 });
  expect(trial.body.people).toEqual([
    { personId: 王倩, present: 0, tried: 6 },
    { personId: 陈浩, present: 6, tried: 0 },
  ]);
  expect(trial.body.examples[0]).toMatchObject({ present: { personId: 陈浩 }, tried: { personId: 王倩 } });
  expect(await count()).toBe(before);
  const [rule] = (await list()).filter(({ id }) => id === ruleId);
  expect(rule?.record).toEqual({ fired: 6, accepted: 0, rejected: 0, won: 0 });
});

test("a rule shows the leads it decided about, where they went and why, as far as the viewer may open them", async () => {
  const { 陈浩 } = world.cast;
  const sdrId = await world.rule({ name: "先清洗", target: { kind: "sdr" } });
  const decisions = async (id: string, query: object = {}, by = manager()) =>
    (await by.call(routing.decisions, { params: { ruleId: id }, query })).body;
  const before = await decisions(ruleId);
  expect(before.rows[0]).toMatchObject({
    personId: 陈浩,
    personName: "陈浩",
    pool: null,
    outcome: null,
    because: { code: "routed.user", params: { rule: "华东", repId: 陈浩 } },
  });
  expect(before.outside).toBe(0);
  const first = await decisions(ruleId, { limit: "2" });
  const rest = await decisions(ruleId, { limit: "100", cursor: first.nextCursor });
  expect([...first.rows, ...rest.rows]).toEqual(before.rows);

  await manager().call(routing.edit, { params: { ruleId }, body: { enabled: { from: true, to: false } } });
  const leadIds = await world.qualify(2);
  await world.route(leadIds);
  const pooled = await decisions(sdrId, {}, http.as(world.cast.吴桐));
  expect(pooled.rows).toHaveLength(2);
  expect(pooled.rows.map(({ leadId }: { leadId: string }) => leadId).toSorted()).toEqual(leadIds.toSorted());
  expect(pooled.rows[0]).toMatchObject({
    personId: null,
    pool: "sdr",
    because: { code: "routed.sdr_pool", params: { rule: "先清洗" } },
  });
  // The pool of the SDRs is not the manager's: he is told how many there are, and no more.
  const theirs = await decisions(sdrId);
  expect([theirs.rows.length, theirs.outside]).toEqual([0, 2]);
  const row = (await list()).find(({ id }) => id === sdrId);
  expect(row?.record).toEqual({ fired: 2, accepted: 0, rejected: 0, won: 0 });
  const unknown = { params: { ruleId: world.database.house.newId() } };
  expect((await manager().call(routing.decisions, unknown)).status).toBe(404);
});
