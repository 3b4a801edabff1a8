import { beforeAll, describe, expect, test } from "vitest";
import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import type { StandardSide } from "@tongzhou/contract/standards";
import { leadScore } from "@tongzhou/contract/lead-score";
import { standards } from "@tongzhou/contract/standards";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { look } from "../../platform/ledger/look.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { readPools } from "../leads/index.ts";
import { openPeople } from "../people/index.ts";
import { defaultStandard, judgeLeads, readGrades, SIGN_STANDARD, standardsMessages, standardsRoutes } from "./index.ts";
import { openStandardsWorld } from "./standards-world.fixture.ts";
import type { StandardsWorld } from "./standards-world.fixture.ts";

let world: StandardsWorld;
let http: TestHttp;
let draft: { id: string; contentHash: string };

beforeAll(async () => {
  world = await openStandardsWorld();
  const { house } = world.database;
  const { signIn } = await openPeople(house, { readPools });
  http = await openTestHttp({
    house,
    directory: signIn.directory,
    messages: [standardsMessages],
    register: standardsRoutes,
  });
  draft = await begin();
});

const marketer = () => http.as(world.cast.林晓);
const manager = () => http.as(world.cast.赵磊);
const begin = async (basedOnId: string | null = null): Promise<{ id: string; contentHash: string }> =>
  (await marketer().call(standards.create, { body: { basedOnId } })).body;
const sign = (
  who: TestHttp["as"] extends (id: string) => infer Caller ? Caller : never,
  id: string,
  side: StandardSide,
  contentHash: string,
) => who.call(standards.sign, { params: { standardId: id }, body: { side, contentHash } });
const edit = (id: string, from: LeadStandard, to: LeadStandard) =>
  marketer().call(standards.edit, { params: { standardId: id }, body: { content: { from, to } } });

test("a company begins with a draft of the shipped standard, which has no errors and says who may sign", async () => {
  const page = await manager().call(standards.read, { params: { standardId: draft.id } });
  expect(page.body).toMatchObject({
    version: 1,
    state: "draft",
    signatures: [],
    maySignFor: ["sales"],
    mayEdit: false,
  });
  expect(page.body.content).toEqual(defaultStandard());
  expect(page.body.problems.filter((one: { severity: string }) => one.severity === "error")).toEqual([]);
});

test("two signatures of two people put it into force, and the one before is superseded", async () => {
  const first = await begin();
  const signed = await sign(marketer(), first.id, "marketing", first.contentHash);
  expect(signed.body).toMatchObject({ state: "draft", signatures: [{ side: "marketing", personName: "林晓" }] });
  expect((await sign(marketer(), first.id, "marketing", first.contentHash)).problem.code).toBe("side_already_signed");
  const inForce = await sign(manager(), first.id, "sales", first.contentHash);
  expect(inForce.body).toMatchObject({ state: "in_force", maySignFor: [], inForceFrom: "2025-11-21T01:24:00.000Z" });
  expect(world.database.announced.at(-1)).toMatchObject({ event: "standard.came_into_force", ids: [first.id] });
  const second = await begin(first.id);
  await sign(manager(), second.id, "sales", second.contentHash);
  await sign(marketer(), second.id, "marketing", second.contentHash);
  const { body } = await marketer().call(standards.list);
  const stateOf = (id: string): string => body.find((one: { id: string }) => one.id === id).state;
  expect([stateOf(first.id), stateOf(second.id)]).toEqual(["superseded", "in_force"]);
});

test("somebody with both grants signs for one side only", async () => {
  const { id, contentHash } = await begin();
  const admin = http.as(world.cast.吴桐);
  expect((await sign(admin, id, "marketing", contentHash)).status).toBe(200);
  expect((await sign(admin, id, "sales", contentHash)).problem).toMatchObject({
    status: 422,
    code: "signed_for_the_other_side",
    title: "同一个人不能代表双方签署",
  });
});

test("a draft is compared with the version in force, and what was read is what is signed", async () => {
  await world.putInForce();
  const { id, contentHash } = await begin();
  const changed: LeadStandard = { ...defaultStandard(), matrix: { ...defaultStandard().matrix, B2: "mql" } };
  const edited = await edit(id, defaultStandard(), changed);
  expect(edited.body.differences).toEqual([
    { code: "diff.cell_painted", params: { cell: "B2", from: "qualify", to: "mql" } },
  ]);
  expect((await sign(manager(), id, "sales", contentHash)).problem).toMatchObject({
    status: 409,
    code: "standard_changed_meanwhile",
  });
  expect((await edit(id, defaultStandard(), defaultStandard())).problem).toMatchObject({ status: 409 });
  expect((await sign(manager(), id, "sales", edited.body.contentHash)).status).toBe(200);
  expect((await edit(id, changed, defaultStandard())).problem.code).toBe("standard_is_signed");
});

test("a draft with an error is not signed, and a condition on a field that is not there is one", async () => {
  const { id } = await begin();
  const [rule, ...rest] = defaultStandard().fitRules;
  if (!rule) throw new Error("the shipped standard has no rules");
  const broken = {
    ...rule,
    condition: { combinator: "and", rules: [{ field: "lead.wealth", operator: "empty" }] },
  } as const;
  const edited = await edit(id, defaultStandard(), { ...defaultStandard(), fitRules: [broken, ...rest] });
  expect(edited.body.problems).toContainEqual(
    expect.objectContaining({
      path: "/fitRules/0/condition/rules/0/field",
      code: "condition.unknown_field",
      severity: "error",
    }),
  );
  expect((await sign(manager(), id, "sales", edited.body.contentHash)).problem.code).toBe("standard_has_errors");
});

test("drafting, editing and discarding are undone; signing is not", async () => {
  const undo = (operationId: string | undefined) =>
    undoOperation(world.database.house, {
      operationId: operationId ?? "",
      actor: { kind: "person", personId: world.cast.林晓 },
      source: "web",
    });
  const snapshot = () => world.rows("select * from lead_standard order by id");
  const before = await snapshot();
  const created = await marketer().call(standards.create, { body: { note: "秋季" } });
  await undo(created.operationId);
  expect(await snapshot()).toEqual(before);
  const { id, contentHash } = await begin();
  const drafted = await snapshot();
  const edited = await edit(id, defaultStandard(), { ...defaultStandard(), fitBorders: { A: 80, B: 50, C: 25 } });
  await undo(edited.operationId);
  expect(await snapshot()).toEqual(drafted);
  const discarded = await marketer().call(standards.discard, { params: { standardId: id } });
  expect(discarded.status).toBe(200);
  await undo(discarded.operationId);
  expect(await snapshot()).toEqual(drafted);
  const signed = await sign(marketer(), id, "marketing", contentHash);
  expect(await undo(signed.operationId)).toEqual({ refused: "not_undoable", reasonKey: SIGN_STANDARD.notUndoable });
});

test("a lead's score adds up line by line, with the touches behind each line", async () => {
  await world.putInForce();
  const [lead] = await world.capture("刘建国");
  if (!lead) throw new Error("no lead");
  const daysAgo = (days: number) => new Date(world.database.house.clock.now().getTime() - days * 86_400_000);
  const at = (days: number, title: string) =>
    ({ identifierId: lead.identifierId, at: daysAgo(days), kind: "visit", title }) as const;
  await world.touch(at(1, "报价页"), at(8, "报价页"), at(15, "报价页"), at(2, "招聘页"));
  await world.act((context) => judgeLeads(context, [lead.leadId], "touch"));
  const { body } = await marketer().call(leadScore.read, { params: { leadId: lead.leadId } });
  const [kept] = await world.rows("select fit, engagement, cell from lead_score where lead_id = $1", [lead.leadId]);
  expect({ fit: body.fit.points, engagement: body.engagement.tenths, cell: body.cell }).toEqual(kept);
  const sum = (lines: Record<string, number>[], key: string): number =>
    lines.reduce((all, line) => all + (line[key] ?? 0), 0);
  expect(sum(body.fit.lines, "points")).toBe(body.fit.points);
  expect(sum(body.engagement.lines, "tenths")).toBe(body.engagement.tenths);
  for (const line of body.engagement.lines) {
    expect(line.gross - line.decayed - line.capCut).toBe(line.tenths);
    expect(sum(line.behind, "tenths")).toBe(line.gross - line.decayed);
  }
  const pricing = body.engagement.lines.find((line: { ruleId: string }) => line.ruleId === "pricing");
  expect(pricing).toMatchObject({ name: "看报价页", touches: 3, gross: 450, decayed: 188, tenths: 262 });
  expect(pricing.behind[0]).toMatchObject({ tenths: 150, nextTenths: 75, nextAt: daysAgo(1 - 7).toISOString() });
});

test("grades of this moment are what the breakdowns add up to, also where the kept score is a step or a touch behind", async () => {
  const [decayed, touched, settled] = await world.capture("步一", "步二", "步三");
  if (!decayed || !touched || !settled) throw new Error("no leads");
  const leads = [decayed, touched, settled];
  const clock = world.database.house.clock;
  const visit = (lead: typeof decayed, title: string) =>
    world.touch({ identifierId: lead.identifierId, at: clock.now(), kind: "visit", title });
  for (const lead of leads) await visit(lead, "报价页");
  const ids = leads.map(({ leadId }) => leadId);
  await world.act((context) => judgeLeads(context, ids, "touch"));
  clock.advance(8 * 86_400_000);
  await visit(touched, "报价页");
  await world.act((context) => judgeLeads(context, [settled.leadId], "touch"));
  const grades = await look(world.database.house, "list", (context) => readGrades(context, ids));
  const kept = await world.rows("select lead_id, engagement from lead_score where lead_id = any($1::uuid[])", [ids]);
  for (const leadId of ids) {
    const { body } = await marketer().call(leadScore.read, { params: { leadId } });
    const now = { cell: body.cell, fit: body.fit.points, engagement: body.engagement.tenths };
    expect(grades.get(leadId)).toEqual(now);
    const same = kept.find((row) => row["lead_id"] === leadId)?.["engagement"] === now.engagement;
    expect(same).toBe(leadId === settled.leadId);
  }
});

describe("the database itself refuses", () => {
  const broken = (work: string, code: string) =>
    expect(world.act((context) => context.client.query(work))).rejects.toMatchObject({ code });

  test("a standard that begins in force", () =>
    broken(
      "insert into lead_standard (id, version, content, state, in_force_from, superseded_at) values (gen_random_uuid(), 900, '{}', 'superseded', now(), now())",
      "TZ020",
    ));
  test("force without two signatures", async () => {
    const { id } = await begin();
    await broken(
      `update lead_standard set state = 'superseded', in_force_from = now(), superseded_at = now() where id = '${id}'`,
      "TZ020",
    );
    const [inForce] = await world.rows("select id from lead_standard where state = 'in_force'");
    await broken(
      `update lead_standard set state = 'superseded', superseded_at = now() where id = '${String(inForce?.["id"])}';
       update lead_standard set state = 'in_force', in_force_from = now() where id = '${id}'`,
      "TZ020",
    );
  });
  test("a signature of other content, a third signature, and one taken back from a version in force", async () => {
    const { id } = await begin();
    const signature = (hash: string) =>
      `insert into standard_signature (id, standard_id, side, person_id, signed_at, content_hash)
       values (gen_random_uuid(), '${id}', 'sales', '${world.cast.赵磊}', now(), ${hash})`;
    await broken(signature("'other'"), "TZ022");
    await broken(
      "delete from standard_signature where standard_id in (select id from lead_standard where state = 'in_force')",
      "TZ022",
    );
  });
  test("another content of a version that is signed, and its deletion", async () => {
    await broken("update lead_standard set content = '{}' where state = 'in_force'", "TZ021");
    await broken("delete from lead_standard where state = 'superseded'", "TZ020");
  });
});
