import { audit } from "@tongzhou/contract/audit";
import { duplicatePairs } from "@tongzhou/contract/duplicate-pairs";
import type { Pair, PairRow } from "@tongzhou/contract/duplicate-pairs";
import { identity } from "@tongzhou/contract/identity";
import { matching } from "@tongzhou/contract/matching";
import type { MatchingState } from "@tongzhou/contract/matching";
import { beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { auditMessages, auditRoutes } from "./capabilities/audit/index.ts";
import { contactsMessages } from "./capabilities/contacts/index.ts";
import { identityMessages, identityRoutes } from "./capabilities/identity/index.ts";
import { crowd, matchOn, meet } from "./match-world.fixture.ts";
import { openTestWorld } from "./open-test-world.fixture.ts";
import type { TestWorld } from "./open-test-world.fixture.ts";
import type { TestCaller } from "./platform/http/test-http.ts";

let world: TestWorld;
let admin: TestCaller;
let met: string[];

beforeAll(async () => {
  // Loading the whole application is what makes every capability add the rows that follow a contact.
  expect(createApp).toBeTypeOf("function");
  world = await openTestWorld(
    (http) => {
      identityRoutes(http);
      auditRoutes(http);
    },
    [contactsMessages, identityMessages, auditMessages],
  );
  admin = world.http.as(world.cast.吴桐);
  met = await meet(world.database.house, [
    { name: "欧阳文博", company: "南京宏图管廊有限公司", reached: ["13851990001", "wenbo@hongtu.cn"] },
    { name: "欧阳文博", company: "南京宏图管廊有限公司", reached: ["13851990010"] },
    { name: "诸葛明玉", company: "苏州蓝海仪器有限公司", reached: ["13951880001"], ownerId: world.cast.陈浩 },
    { name: "诸葛明玉", company: "苏州蓝海仪器有限公司", reached: ["13951880010"], ownerId: world.cast.王倩 },
    ...crowd(300),
  ]);
});

const show = async (): Promise<MatchingState> => (await admin.call(matching.show, {})).body;
const listed = async (by = admin): Promise<PairRow[]> => (await by.call(duplicatePairs.list, {})).body.rows;
const pairOf = async (one = "", other = "", by = admin): Promise<PairRow | undefined> =>
  (await listed(by)).find(
    ({ first, second }) => [first.id, second.id].includes(one) && [first.id, second.id].includes(other),
  );

async function matchAll(): Promise<MatchingState> {
  const { run } = (await admin.call(matching.begin, {})).body;
  while (await matchOn(world.database.house, run?.id ?? ""));
  return show();
}

test("all contacts are matched: those who are met twice are put up for review, the likeliest first, with the evidence", async () => {
  expect(await show()).toMatchObject({ last: null, run: null, rest: null });
  const state = await matchAll();
  expect(state.run).toMatchObject({ state: "done", done: 364, total: 364 });
  expect(state.last).toMatchObject({ contacts: 364 });
  const rows = await listed();
  const probabilities = rows.map(({ probability }) => probability ?? 0);
  expect(probabilities).toEqual(probabilities.toSorted((a, b) => b - a));
  expect(Math.min(...probabilities)).toBeGreaterThanOrEqual(state.inForce.review);
  const row = await pairOf(met[0], met[1]);
  const pair = (await admin.call(duplicatePairs.show, { params: { pairId: row?.id ?? "" } })).body as Pair;
  expect(pair.foundBy).toBe("matcher");
  expect(pair.probability).toBeCloseTo(row?.probability ?? 0, 5);
  expect(pair.lines.map(({ of }) => of)).toEqual(expect.arrayContaining(["given", "surname", "organisation", "phone"]));
});

test("what is expected of the thresholds is the sum of the probabilities of the pairs that lie there", async () => {
  const { bands } = await show();
  const rows = await listed();
  const pairs = rows.filter(({ probability }) => (probability ?? 0) >= 0.5);
  const above = bands.filter(({ from }) => from >= 0.5);
  expect(above.reduce((sum, band) => sum + band.pairs, 0)).toBe(pairs.length);
  const expected = pairs.reduce((sum, { probability }) => sum + (probability ?? 0), 0);
  expect(above.reduce((sum, band) => sum + band.matches, 0)).toBeCloseTo(expected, 3);
});

test("that two are two is never asked again, until it is undone; nor when one of them was merged meanwhile", async () => {
  const row = await pairOf(met[0], met[1]);
  const judged = await admin.call(duplicatePairs.judge, {
    params: { pairId: row?.id ?? "" },
    body: { verdict: "different" },
  });
  expect(judged.status).toBe(200);
  await matchAll();
  expect(await pairOf(met[0], met[1])).toBeUndefined();
  const [third = ""] = await meet(world.database.house, [
    { name: "欧阳文博", company: "南京宏图管廊有限公司", reached: ["13851990019"] },
  ]);
  await admin.call(identity.merge, { body: { survivorId: third, mergedId: met[1] ?? "", take: [] } });
  await matchAll();
  expect(await pairOf(third, met[0])).toBeUndefined();
  await admin.call(identity.unmerge, { params: { contactId: met[1] ?? "" } });
  await admin.call(audit.undo, { params: { operationId: String(judged.headers["operation-id"]) } });
  expect((await pairOf(met[0], met[1]))?.id).toBe(row?.id);
});

test("a pair that is put off is kept and waits behind the others; a pair of one who may not edit both is not there", async () => {
  const row = await pairOf(met[2], met[3]);
  expect(row).toBeDefined();
  expect(await pairOf(met[2], met[3], world.http.as(world.cast.陈浩))).toBeUndefined();
  await admin.call(duplicatePairs.judge, { params: { pairId: row?.id ?? "" }, body: { verdict: "later" } });
  await matchAll();
  const rows = await listed();
  expect(rows.at(-1)).toMatchObject({ id: row?.id, isLater: true });
  expect(rows.at(-1)?.probability).toBeCloseTo(row?.probability ?? 0, 1);
});

test("who judges a pair that matching found while another does is told", async () => {
  const pairId = (await listed())[0]?.id ?? "";
  const judge = () => admin.call(duplicatePairs.judge, { params: { pairId }, body: { verdict: "different" } });
  const answers = await Promise.all([judge(), judge()]);
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
});

test("what matching found holds nobody: who was met can be taken back as if it had never looked", async () => {
  const again = await meet(world.database.house, [
    { name: "司马云", company: "宁波港务有限公司", reached: ["13751870001"] },
    { name: "司马云", company: "宁波港务有限公司", reached: ["13751870010"] },
  ]);
  await matchAll();
  expect(await pairOf(again[0], again[1])).toBeDefined();
  const contacts = () =>
    world.database.pool.query("select operation_id as id from contact where id = any($1)", [again]);
  const operationId = String((await contacts()).rows[0]?.id);
  expect((await admin.call(audit.undo, { params: { operationId } })).status).toBe(200);
  expect((await contacts()).rowCount).toBe(0);
  expect(await pairOf(again[0], again[1])).toBeUndefined();
});

test("one matching runs at a time, and it can be stopped: what was learnt before stays in force", async () => {
  const before = await show();
  const begun = await admin.call(matching.begin, {});
  expect(begun.status).toBe(201);
  const runId = begun.body.run?.id ?? "";
  expect((await admin.call(matching.begin, {})).problem["code"]).toBe("matching_under_way");
  expect((await admin.call(matching.stop, { params: { runId } })).status).toBe(200);
  expect(await matchOn(world.database.house, runId)).toBe(false);
  const after = await show();
  expect(after.run).toMatchObject({ id: runId, state: "stopped" });
  expect(after.last).toEqual(before.last);
  expect(after.bands).toEqual(before.bands);
  expect((await admin.call(matching.stop, { params: { runId } })).problem["code"]).toBe("matching_ended");
});

test("an admin decides the thresholds, which holds at once; each is checked against what the other is", async () => {
  const { recommended } = await show();
  const set = (edit: object) => admin.call(matching.setThresholds, { body: edit });
  const strict = await set({ review: { from: null, to: 0.5 }, same: { from: null, to: 0.999 } });
  expect(strict.body).toMatchObject({ own: { review: 0.5, same: 0.999 }, inForce: { review: 0.5, same: 0.999 } });
  expect((await listed()).filter(({ isLater }) => !isLater).every(({ probability }) => (probability ?? 0) >= 0.5)).toBe(
    true,
  );
  expect((await set({ review: { from: null, to: 0.2 } })).problem["code"]).toBe("changed_meanwhile");
  expect((await set({ review: { from: 0.5, to: 0.25 } })).status).toBe(400);
  const shown = await set({ review: { from: 0.5, to: null }, same: { from: 0.999, to: null } });
  expect(shown.body.inForce).toEqual(recommended);
  await admin.call(audit.undo, { params: { operationId: String(shown.headers["operation-id"]) } });
  expect((await show()).own).toEqual({ review: 0.5, same: 0.999 });
});
