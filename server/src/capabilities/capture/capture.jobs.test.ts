import { beforeEach, expect, test } from "vitest";
import { handleAnnouncement } from "../../platform/events/handle-announcement.ts";
import { eventsOf } from "../../platform/events/subscription.ts";
import { runBatch } from "../../platform/jobs/run-batch.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { moveLeads } from "../leads/index.ts";
import { standardSchedules, standardSubscriptions } from "../standards/index.ts";
import { recordTouches } from "../touches/index.ts";
import type { TouchDraft } from "../touches/index.ts";
import { EAGER, formOf, openCaptureWorld } from "../../capture-world.fixture.ts";
import type { CaptureWorld } from "../../capture-world.fixture.ts";
import { advanceDecayed, captureLongOperations, captureSubscriptions } from "./index.ts";
import type { CapturedLead } from "./index.ts";

const DAY_MS = 86_400_000;
const RUN = { signal: new AbortController().signal };

let world: CaptureWorld;
const now = (): Date => world.database.house.clock.now();

beforeEach(async () => {
  world = await openCaptureWorld();
  await world.putInForce();
  await settle();
});

/** Brings everything that was announced to its subscribers, and runs the long operations that they begin. */
async function settle(): Promise<void> {
  const { house, announced } = world.database;
  const subscriptions = [...captureSubscriptions, ...standardSubscriptions];
  for (let said = announced.shift(); said !== undefined; said = announced.shift()) {
    for (const subscription of subscriptions)
      if (eventsOf(subscription).includes(said.event)) await handleAnnouncement(house, subscription, said);
  }
  for (const definition of captureLongOperations)
    for (const { id } of await world.rows("select id from long_operation where state in ('queued', 'running')"))
      while ((await runBatch(house, definition, String(id))) === "more");
}

const captureOne = async (name: string, phone: string): Promise<CapturedLead> => {
  const [captured] = await world.capture(formOf(name, phone, now()));
  if (!captured) throw new Error("nothing was captured");
  await settle();
  return captured;
};

async function touch(contactId: string, kind: TouchDraft["kind"]): Promise<string> {
  const [identifier] = await world.rows("select id from identifier where contact_id = $1 and kind = 'phone'", [
    contactId,
  ]);
  const { operationId } = await world.act((context) =>
    recordTouches(context, [{ identifierId: String(identifier?.["id"]), at: now(), kind }]),
  );
  return operationId;
}

const leadRow = async (leadId: string | null) =>
  (
    await world.rows(
      "select l.stage, s.engagement, s.cell from lead as l left join lead_score as s on s.lead_id = l.id where l.id = $1",
      [leadId],
    )
  )[0];

test("what a capture has judged itself is not judged again by its own announcement", async () => {
  const { leadId } = await captureOne("刘建国", "13800138000");
  const acts = await world.rows("select kind from operation where kind like 'lead.advance%'");
  expect(acts).toEqual([]);
  expect(await leadRow(leadId)).toMatchObject({ engagement: 300 });
});

test("a new touch judges the contact's leads anew and wakes one that sleeps", async () => {
  const { leadId, contactId } = await captureOne("陈思远", "13800138001");
  expect(await leadRow(leadId)).toEqual({ stage: "nurturing", engagement: 300, cell: "D2" });
  await touch(contactId, "meeting");
  await settle();
  expect(await leadRow(leadId)).toEqual({ stage: "qualifying", engagement: 600, cell: "D1" });
  const [woken] = await world.rows(
    "select table_row, details -> 'because' -> 'params' as params from lifecycle_event where table_row = '2a'",
  );
  expect(woken).toMatchObject({ params: { woken: true, cause: "touch" } });
});

test("a disqualified lead wakes by a touch when its reason does, and only by one after it was disqualified", async () => {
  const by = { personId: world.cast.赵磊, mayActForHolder: true };
  const sleeping = await captureOne("沈立群", "13800138002");
  const dead = await captureOne("戴琳", "13800138003");
  await world.act((context) =>
    moveLeads(context, [
      { leadId: sleeping.leadId ?? "", event: { kind: "disqualified", by, reason: "not_ready" } },
      { leadId: dead.leadId ?? "", event: { kind: "disqualified", by, reason: "invalid" } },
    ]),
  );
  await touch(sleeping.contactId, "visit");
  await settle();
  expect(await leadRow(sleeping.leadId)).toMatchObject({ stage: "disqualified" });
  world.database.house.clock.advance(60_000);
  await touch(sleeping.contactId, "visit");
  await touch(dead.contactId, "visit");
  await settle();
  expect(await leadRow(sleeping.leadId)).toMatchObject({ stage: "nurturing", engagement: 380 });
  expect(await leadRow(dead.leadId)).toMatchObject({ stage: "disqualified" });
});

test("scores step down at their moments, and stages never fall by it", async () => {
  const { leadId, contactId } = await captureOne("卢新民", "13800138004");
  await touch(contactId, "meeting");
  await settle();
  const { house } = world.database;
  expect(await advanceDecayed({ house, ...RUN })).toBe(0);
  house.clock.advance(30 * DAY_MS);
  expect(await advanceDecayed({ house, ...RUN })).toBe(1);
  expect(await leadRow(leadId)).toEqual({ stage: "qualifying", engagement: 300, cell: "D2" });
  expect(await advanceDecayed({ house, ...RUN })).toBe(0);
  for (let month = 0; month < 12; month++) {
    house.clock.advance(30 * DAY_MS);
    await advanceDecayed({ house, ...RUN });
  }
  expect(await leadRow(leadId)).toEqual({ stage: "qualifying", engagement: 0, cell: "D4" });
  expect(await world.rows("select next_change_at from lead_score")).toEqual([{ next_change_at: null }]);
});

test("a version that comes into force judges the early leads in the background and leaves the others their grade", async () => {
  const early = await captureOne("于洋", "13800138005");
  const taken = await captureOne("徐丽萍", "13800138006");
  await world.act((context) =>
    moveLeads(context, [
      { leadId: taken.leadId ?? "", event: { kind: "given", byId: world.cast.陈浩, toId: world.cast.陈浩 } },
    ]),
  );
  await world.putInForce(EAGER);
  await settle();
  expect(await leadRow(early.leadId)).toMatchObject({ stage: "assigned", cell: "A1" });
  expect(await leadRow(taken.leadId)).toMatchObject({ stage: "sql", cell: "D2" });
  const [long] = await world.rows("select state, done from long_operation order by queued_at desc, id desc limit 1");
  expect(long).toEqual({ state: "done", done: 1 });
});

test("after an undo the scores are those of the touches that are left", async () => {
  const { leadId, contactId } = await captureOne("阮成", "13800138007");
  const touched = await touch(contactId, "meeting");
  await settle();
  expect(await leadRow(leadId)).toMatchObject({ engagement: 600 });
  await undoOperation(world.database.house, { operationId: touched, actor: { kind: "system" }, source: "job" });
  await settle();
  expect(await leadRow(leadId)).toEqual({ stage: "nurturing", engagement: 300, cell: "D2" });
});

test("scores of leads that an undo takes away go with them", async () => {
  await captureOne("周宁", "13800138008");
  const [{ operation_id: operationId } = {}] = await world.rows("select operation_id from lead");
  await undoOperation(world.database.house, {
    operationId: String(operationId),
    actor: { kind: "system" },
    source: "job",
  });
  await settle();
  expect(await world.rows("select from lead_score")).toEqual([]);
});

test("the nightly comparison finds a score that is not what the lead scores, and repairs it", async () => {
  const { leadId } = await captureOne("何雯", "13800138011");
  await captureOne("李航", "13800138012");
  const right = await leadRow(leadId);
  await world.rows("update lead_score set engagement = 1, cell = 'A4' where lead_id = $1", [leadId]);
  for (const schedule of standardSchedules) await schedule.handle({ house: world.database.house, ...RUN });
  expect(await leadRow(leadId)).toEqual(right);
  const repairs = await world.rows("select summary from operation where kind = 'lead_score.refresh'");
  expect(repairs).toEqual([{ summary: { wrong: 1 } }]);
});
