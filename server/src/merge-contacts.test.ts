import { audit } from "@tongzhou/contract/audit";
import { contacts } from "@tongzhou/contract/contacts";
import { identity } from "@tongzhou/contract/identity";
import type { MergeField, MergePreview } from "@tongzhou/contract/identity";
import { beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { EAGER, formOf, openCaptureWorld } from "./capture-world.fixture.ts";
import type { CaptureWorld } from "./capture-world.fixture.ts";
import { auditMessages, auditRoutes } from "./capabilities/audit/index.ts";
import { contactsMessages, contactsRoutes } from "./capabilities/contacts/index.ts";
import { identityMessages, identityRoutes } from "./capabilities/identity/index.ts";
import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestCaller } from "./platform/http/test-http.ts";
import { undoOperation } from "./platform/ledger/undo/undo-operation.ts";

const RACES = 20;
const AT = new Date("2025-11-10T02:00:00.000Z");

let world: CaptureWorld;
let admin: TestCaller;
let rep: TestCaller;
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
    messages: [peopleMessages, contactsMessages, identityMessages, auditMessages],
    register(registering) {
      contactsRoutes(registering);
      identityRoutes(registering);
      auditRoutes(registering);
    },
  });
  admin = http.as(world.cast.吴桐);
  as = (personId) => http.as(personId);
  rep = as(world.cast.陈浩);
});

let phones = 0;
/** A form of somebody new. @returns the contact, the phone and the lead. */
async function somebody(name: string) {
  phones += 1;
  const phone = `1370000${String(phones).padStart(4, "0")}`;
  const [captured] = await world.capture(formOf(name, phone, AT));
  const [row] = await world.rows("select contact_id from lead where id = $1", [captured?.leadId]);
  return { phone, leadId: captured?.leadId ?? "", contactId: String(row?.["contact_id"]) };
}

const sidesOf = (survivor: { contactId: string }, merged: { contactId: string }) => ({
  survivorId: survivor.contactId,
  mergedId: merged.contactId,
});
const leadRow = async (id: string) =>
  (await world.rows("select contact_id, stage, reason, merged_into_id, owner_id from lead where id = $1", [id]))[0];
const contactOf = async (phone: string) =>
  (await world.rows("select contact_id from identifier where value = $1 and strong", [`+86${phone}`]))[0]?.[
    "contact_id"
  ];

test("one goes on as the other: identifiers and leads move, the less far lead gives way, the preview says so before", async () => {
  const [one, other] = [await somebody("张伟"), await somebody("张总")];
  await admin.call(contacts.edit, {
    params: { contactId: other.contactId },
    body: { title: { from: null, to: "采购经理" } },
  });
  const preview = (await admin.call(identity.previewMerge, { body: sidesOf(one, other) })).body as MergePreview;
  expect(preview.choices).toEqual([
    { field: "name", survivor: "张伟", merged: "张总", side: expect.any(String), because: expect.any(String) },
    { field: "title", survivor: null, merged: "采购经理", side: "merged", because: "only" },
  ]);
  expect(preview.moves).toEqual(
    expect.arrayContaining([
      { what: "identifiers", count: 1 },
      { what: "leads", count: 1 },
    ]),
  );
  expect(preview.meetingLeads).toBe(1);

  await admin.call(identity.merge, { body: { ...sidesOf(one, other), take: ["title"] } });
  expect(await contactOf(other.phone)).toBe(one.contactId);
  expect(await leadRow(one.leadId)).toMatchObject({ contact_id: one.contactId, stage: "assigned" });
  expect(await leadRow(other.leadId)).toMatchObject({
    contact_id: one.contactId,
    stage: "disqualified",
    reason: "merged",
    merged_into_id: one.leadId,
  });
  const shown = (await admin.call(contacts.show, { params: { contactId: one.contactId } })).body;
  expect(shown).toMatchObject({ name: "张伟", title: "采购经理", mergedIntoId: null });
  const kept = (await admin.call(contacts.show, { params: { contactId: other.contactId } })).body;
  expect(kept).toMatchObject({ name: "张总", title: "采购经理", mergedIntoId: one.contactId, mayEdit: false });
  const merges = (await admin.call(identity.listMerges, { params: { contactId: one.contactId } })).body;
  expect(merges).toMatchObject([
    { recordId: other.contactId, name: "张总", intoId: one.contactId, by: { name: "吴桐" } },
  ]);
});

test("taking it apart gives each side what came by it, also since, and what people wrote on the survivor stays there", async () => {
  const [one, other] = [await somebody("李娜"), await somebody("李娜娜")];
  await admin.call(identity.merge, { body: { ...sidesOf(one, other), take: ["name"] } });
  await world.capture(formOf("李娜娜", other.phone, AT, { touch: { kind: "form", title: "合并以后" } }));
  await admin.call(contacts.edit, {
    params: { contactId: one.contactId },
    body: { title: { from: null, to: "总监" } },
  });
  const preview = await admin.call(identity.previewUnmerge, { params: { contactId: other.contactId } });
  expect(preview.body).toMatchObject({ givenBack: ["name"] });

  await admin.call(identity.unmerge, { params: { contactId: other.contactId } });
  expect(await contactOf(other.phone)).toBe(other.contactId);
  const touches = await world.rows(
    "select t.title from touch as t join identifier as i on i.id = t.identifier_id where i.contact_id = $1 order by t.title",
    [other.contactId],
  );
  expect(touches.map(({ title }) => title)).toEqual(["合并以后", "白皮书"]);
  expect(await leadRow(other.leadId)).toMatchObject({
    contact_id: other.contactId,
    stage: "assigned",
    merged_into_id: null,
  });
  const [survivor, apart] = [one, other].map(({ contactId }) => admin.call(contacts.show, { params: { contactId } }));
  expect((await survivor)?.body).toMatchObject({ name: "李娜", title: "总监" });
  expect((await apart)?.body).toMatchObject({ name: "李娜娜", title: null, mergedIntoId: null, mayEdit: true });
  const again = await admin.call(identity.unmerge, { params: { contactId: other.contactId } });
  expect(again.problem.code).toBe("not_merged");
});

test("undo of a merge is taking it apart, whatever happened since, and is not undone itself", async () => {
  const [one, other] = [await somebody("王芳"), await somebody("王方")];
  const merged = await admin.call(identity.merge, { body: { ...sidesOf(one, other), take: [] } });
  await admin.call(contacts.edit, {
    params: { contactId: one.contactId },
    body: { name: { from: "王芳", to: "王芳芳" } },
  });
  const asked = {
    actor: { kind: "person", personId: world.cast.吴桐 },
    source: "web",
  } as const;
  const undone = await undoOperation(world.database.house, { ...asked, operationId: merged.operationId ?? "" });
  expect(undone).toMatchObject({ report: { staying: [], stayingCount: 0 } });
  expect(await contactOf(other.phone)).toBe(other.contactId);
  expect(await leadRow(other.leadId)).toMatchObject({ stage: "assigned", merged_into_id: null });
  if ("refused" in undone) throw new Error("refused");
  const redone = await undoOperation(world.database.house, { ...asked, operationId: undone.operationId });
  expect(redone).toEqual({ refused: "not_undoable", reasonKey: "undo.merge_again" });
});

test("a merge that was taken apart by hand cannot be undone as well", async () => {
  const [one, other] = [await somebody("赵敏"), await somebody("赵明")];
  const merged = await admin.call(identity.merge, { body: { ...sidesOf(one, other), take: [] } });
  await admin.call(identity.unmerge, { params: { contactId: other.contactId } });
  const undone = await undoOperation(world.database.house, {
    actor: { kind: "person", personId: world.cast.吴桐 },
    source: "web",
    operationId: merged.operationId ?? "",
  });
  expect(undone).toEqual({ refused: "undone_already" });
});

test("who lost the right to the one that goes on may not take the merge back, and somebody with the grant may", async () => {
  const made = async (by: TestCaller, name: string) => {
    phones += 1;
    const identifiers = [{ kind: "phone", value: `1360000${String(phones).padStart(4, "0")}` }];
    return { contactId: (await by.call(contacts.create, { body: { name, identifiers } })).body.contactId as string };
  };
  const [one, other] = [await made(rep, "周一"), await made(rep, "周二")];
  const merged = await rep.call(identity.merge, { body: { ...sidesOf(one, other), take: [] } });
  expect(merged.status).toBe(200);
  await admin.call(contacts.assign, { body: { choice: { ids: [one.contactId] }, toId: world.cast.王倩 } });
  const undone = await rep.call(audit.undo, { params: { operationId: merged.operationId ?? "" } });
  expect(undone.status).toBe(403);
  const asAdmin = await admin.call(audit.undo, { params: { operationId: merged.operationId ?? "" } });
  expect(asAdmin.status).toBe(200);
});

test("whoever follows a contact by a lead may merge into it, and not take its owner from whom it was given to", async () => {
  const lead = await somebody("吴一");
  const repId = String((await leadRow(lead.leadId))?.["owner_id"]);
  const ownerId = repId === world.cast.王倩 ? world.cast.陈浩 : world.cast.王倩;
  await admin.call(contacts.assign, { body: { choice: { ids: [lead.contactId] }, toId: ownerId } });
  const typed = { name: "吴二", identifiers: [{ kind: "phone", value: "13500009999" }] };
  const own = (await as(repId).call(contacts.create, { body: typed })).body as { contactId: string };
  const merge = (take: MergeField[]) => as(repId).call(identity.merge, { body: { ...sidesOf(lead, own), take } });
  const preview = (await as(repId).call(identity.previewMerge, { body: sidesOf(lead, own) })).body as MergePreview;
  expect(preview.choices.map(({ field }) => field)).toEqual(["name"]);
  expect((await merge(["ownerId"])).status).toBe(403);
  expect((await merge(["name"])).status).toBe(200);
});

test("two who merge the same pair at once, each the other way round, leave one merge and no circle", async () => {
  for (let race = 0; race < RACES; race++) {
    const [one, other] = [await somebody("钱一"), await somebody("钱二")];
    const answers = await Promise.all([
      admin.call(identity.merge, { body: { ...sidesOf(one, other), take: [] } }),
      admin.call(identity.merge, { body: { ...sidesOf(other, one), take: [] } }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    expect(await contactOf(one.phone)).toBe(await contactOf(other.phone));
  }
});

test("a form that arrives while its contact is being merged ends up with the survivor", async () => {
  for (let race = 0; race < RACES; race++) {
    const [one, other] = [await somebody("孙一"), await somebody("孙二")];
    const [answer] = await Promise.all([
      admin.call(identity.merge, { body: { ...sidesOf(one, other), take: [] } }),
      world.capture(formOf("孙二", other.phone, AT, { source: "race" })),
      world.capture(formOf("孙二", other.phone, AT, { source: "race" })),
    ]);
    expect(answer.status).toBe(200);
    const left = await world.rows(
      `select 'lead' from lead where contact_id = $1
       union all select 'identifier' from identifier where contact_id = $1`,
      [other.contactId],
    );
    expect(left).toEqual([]);
  }
});
