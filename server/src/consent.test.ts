import { identity } from "@tongzhou/contract/identity";
import { privacy } from "@tongzhou/contract/privacy";
import type { ConsentOfContact } from "@tongzhou/contract/privacy";
import { beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { auditMessages, auditRoutes } from "./capabilities/audit/index.ts";
import { identityMessages, identityRoutes } from "./capabilities/identity/index.ts";
import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import { privacyMessages, privacyRoutes, stateConsents } from "./capabilities/privacy/index.ts";
import type { ConsentDraft } from "./capabilities/privacy/index.ts";
import { EAGER, formOf, openCaptureWorld } from "./capture-world.fixture.ts";
import type { CaptureWorld } from "./capture-world.fixture.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestCaller } from "./platform/http/test-http.ts";
import { undoOperation } from "./platform/ledger/undo/undo-operation.ts";
import { captureLeads } from "./capabilities/capture/index.ts";

const AT = new Date("2025-11-10T02:00:00.000Z");

let world: CaptureWorld;
let admin: TestCaller;
let as: (personId: string) => TestCaller;

beforeAll(async () => {
  // Loading the whole application is what makes every capability add the rows that follow a contact.
  expect(createApp).toBeTypeOf("function");
  world = await openCaptureWorld();
  await world.putInForce(EAGER);
  const { signIn } = await openPeople(world.database.house);
  const http = await openTestHttp({
    house: world.database.house,
    directory: signIn.directory,
    messages: [peopleMessages, identityMessages, privacyMessages, auditMessages],
    register(registering) {
      identityRoutes(registering);
      privacyRoutes(registering);
      auditRoutes(registering);
    },
  });
  as = (personId) => http.as(personId);
  admin = as(world.cast.吴桐);
});

let phones = 0;
async function somebody(name: string) {
  phones += 1;
  const phone = `1360000${String(phones).padStart(4, "0")}`;
  await world.capture(formOf(name, phone, AT));
  return found(phone);
}
async function found(phone: string) {
  const [row] = await world.rows("select id, contact_id from identifier where value = $1 and strong", [`+86${phone}`]);
  return { phone, identifierId: String(row?.["id"]), contactId: String(row?.["contact_id"]) };
}
const read = async (contactId: string) =>
  (await admin.call(privacy.readConsent, { params: { contactId } })).body as ConsentOfContact;
const answer = async (who: { contactId: string; identifierId: string }, purpose = "marketing", channel = "sms") =>
  (await read(who.contactId)).identifiers
    .find(({ identifier }) => identifier.id === who.identifierId)
    ?.answers.find((each) => each.purpose === purpose && each.channel === channel);
const stated = (
  { identifierId }: { identifierId: string },
  state: ConsentDraft["state"],
  at: Date,
  evidence: string | null = "名单第 7 列",
): ConsentDraft => ({ identifierId, channel: "sms", purpose: "marketing", state, at, how: "import", evidence });
const body = (identifierId: string) => ({
  identifierId,
  channels: ["sms" as const],
  purposes: ["marketing" as const],
  how: "spoken" as const,
  evidence: "11 月 20 日电话里说可以发短信",
});

const undo = (operationId = "") =>
  undoOperation(world.database.house, {
    operationId,
    actor: { kind: "person", personId: world.cast.吴桐 },
    source: "web",
  });

test("a grant is recorded with its evidence and by whom, can be undone, and counts for its channel and purpose alone", async () => {
  const who = await somebody("许可");
  expect(await answer(who)).toMatchObject({ state: "unknown", may: false });
  const granted = await admin.call(privacy.grant, {
    params: { contactId: who.contactId },
    body: body(who.identifierId),
  });
  expect(granted.status).toBe(200);
  expect(await answer(who)).toMatchObject({ state: "granted", may: true });
  expect(await answer(who, "marketing", "phone")).toMatchObject({ state: "unknown" });
  expect((await read(who.contactId)).statements).toMatchObject([
    { state: "granted", how: "spoken", evidence: "11 月 20 日电话里说可以发短信", by: { name: "吴桐" } },
  ]);
  await undo(granted.operationId);
  expect(await answer(who)).toMatchObject({ state: "unknown", may: false });
});

test("a withdrawal may be written down by whoever reads the person, beats a grant of the same day, and is not undone", async () => {
  const who = await somebody("撤回");
  await admin.call(privacy.grant, { params: { contactId: who.contactId }, body: body(who.identifierId) });
  const marketer = world.cast.林晓;
  const withdrawn = await as(marketer).call(privacy.withdraw, {
    params: { contactId: who.contactId },
    body: { ...body(who.identifierId), evidence: null },
  });
  expect(withdrawn.status).toBe(200);
  expect(await answer(who)).toMatchObject({ state: "withdrawn", may: false, closedToday: true });
  const again = await admin.call(privacy.grant, {
    params: { contactId: who.contactId },
    body: body(who.identifierId),
  });
  expect(again.problem).toMatchObject({ code: "withdrawn_today" });
  expect(await undo(withdrawn.operationId)).toEqual({ refused: "not_undoable", reasonKey: "undo.withdrawn" });
  expect(
    (await as(marketer).call(privacy.grant, { params: { contactId: who.contactId }, body: body(who.identifierId) }))
      .status,
  ).toBe(403);
});

test("a channel that the identifier has not is refused, and so is a grant without evidence by any door", async () => {
  const who = await somebody("渠道");
  const wrong = await admin.call(privacy.grant, {
    params: { contactId: who.contactId },
    body: { ...body(who.identifierId), channels: ["email"] },
  });
  expect(wrong.problem).toMatchObject({ code: "channel_impossible" });
  const stateOne = (draft: ConsentDraft) => world.act((context) => stateConsents(context, [draft]));
  await expect(stateOne(stated(who, "granted", AT, null))).rejects.toMatchObject({ code: "consent_without_evidence" });
  await expect(stateOne(stated(who, "granted", AT, "  "))).rejects.toMatchObject({ code: "consent_without_evidence" });
  await stateOne(stated(who, "withdrawn", AT, null));
  expect(await answer(who)).toMatchObject({ state: "withdrawn" });
});

test("undo of what brought a person keeps a withdrawal with the identifier it speaks of, and takes back the rest", async () => {
  phones += 2;
  const phoneOf = (place: number) => `1360001${String(phones + place).padStart(4, "0")}`;
  const { operationId } = await world.act(async (context) => {
    await captureLeads(context, [formOf("留下的", phoneOf(0), AT), formOf("走掉的", phoneOf(1), AT)]);
    const { rows } = await context.client.query<{ id: string; value: string }>(
      "select id, value from identifier where operation_id = $1 and strong",
      [context.operationId],
    );
    const idOf = (phone: string) => ({ identifierId: rows.find(({ value }) => value === `+86${phone}`)?.id ?? "" });
    await stateConsents(context, [
      stated(idOf(phoneOf(0)), "withdrawn", AT, null),
      stated(idOf(phoneOf(1)), "granted", AT),
    ]);
  });
  const kept = await found(phoneOf(0));
  await undo(operationId);
  expect(await found(phoneOf(0))).toEqual(kept);
  expect(await answer(kept)).toMatchObject({ state: "withdrawn", may: false });
  expect(await found(phoneOf(1))).toMatchObject({ contactId: "undefined" });
});

test("each identifier keeps its own statements through merging and taking apart, in any order", async () => {
  const [one, other, third] = [await somebody("甲"), await somebody("乙"), await somebody("丙")];
  const later = new Date("2025-11-12T02:00:00.000Z");
  await world.act((context) =>
    stateConsents(context, [stated(one, "granted", AT), stated(other, "withdrawn", AT), stated(third, "granted", AT)]),
  );
  const merge = (survivorId: string, mergedId: string) =>
    admin.call(identity.merge, { body: { survivorId, mergedId, take: [] } });
  await merge(one.contactId, other.contactId);
  await merge(third.contactId, one.contactId);
  const inOne = (who: typeof one) => ({ ...who, contactId: third.contactId });
  expect(await answer(inOne(one))).toMatchObject({ state: "granted" });
  expect(await answer(inOne(other))).toMatchObject({ state: "withdrawn" });
  // Stated while they were one: it goes with the identifier it was said of.
  await world.act((context) => stateConsents(context, [stated(other, "granted", later)]));
  await admin.call(identity.unmerge, { params: { contactId: one.contactId } });
  await admin.call(identity.unmerge, { params: { contactId: other.contactId } });
  expect(await answer(one)).toMatchObject({ state: "granted" });
  expect(await answer(other)).toMatchObject({ state: "granted" });
  expect((await read(other.contactId)).statements).toHaveLength(2);
  expect((await read(one.contactId)).statements).toHaveLength(1);
  expect((await read(third.contactId)).statements).toHaveLength(1);
  const rows = await world.rows("select distinct contact_id, home_contact_id from consent where identifier_id = $1", [
    other.identifierId,
  ]);
  expect(rows).toEqual([{ contact_id: other.contactId, home_contact_id: other.contactId }]);
});
