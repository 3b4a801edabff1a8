import { privacy } from "@tongzhou/contract/privacy";
import type { ConsentOfContact, PersonExport, PrivacyPreview } from "@tongzhou/contract/privacy";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { stateConsents } from "./capabilities/privacy/index.ts";
import { formOf } from "./capture-world.fixture.ts";
import {
  ASKED,
  AT,
  figures,
  HAPPENED,
  liveThrough,
  openForgettingWorld,
  shownName,
  tablesWith,
  undo,
} from "./forgetting-world.fixture.ts";

let { world, admin } = {} as Awaited<ReturnType<typeof openForgettingWorld>>;
beforeAll(async () => void ({ world, admin } = await openForgettingWorld()));

test("whatever happened to somebody, once forgotten no table has a text of them, no figure has changed, and no undo brings them back", async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray([...HAPPENED], { minLength: 4 }), async (happened) => {
      const who = await liveThrough(happened);
      expect(await tablesWith(who.texts)).not.toEqual([]);
      const before = await figures();
      const confirmed = (await shownName(who.contactId)) ?? "";
      const forgotten = await admin.call(privacy.erasePerson, {
        params: { contactId: who.contactId },
        body: { ...ASKED, confirmed },
      });
      expect(forgotten.status, JSON.stringify(forgotten.body)).toBe(200);
      expect(await tablesWith(who.texts), happened.join()).toEqual([]);
      expect(await figures()).toEqual(before);
      expect(await undo(forgotten.operationId)).toMatchObject({ refused: "not_undoable" });
      for (const operationId of who.operations.toReversed()) await undo(operationId);
      expect(await tablesWith(who.texts), `undone ${happened.join()}`).toEqual([]);
    }),
    { numRuns: 3 },
  );
});

test("all of it at once: found by any identifier, also a retired one; handed out whole; forgotten only by their name", async () => {
  const who = await liveThrough(HAPPENED);
  for (const value of [who.phone, `+86 ${who.phone}`, who.mailbox]) {
    const found = await admin.call(privacy.findPeople, { body: { value } });
    expect(found.body, value).toMatchObject([{ contactId: who.contactId, records: 2 }]);
    expect(JSON.stringify(found.body)).not.toContain(who.phone);
  }
  const params = { contactId: who.contactId };
  const preview = (await admin.call(privacy.previewPerson, { params })).body as PrivacyPreview;
  expect(preview.held).toEqual(
    expect.arrayContaining([
      { what: "contacts", removed: false, count: 2 },
      { what: "consents", removed: true, count: 1 },
      { what: "opportunities", removed: false, count: 1 },
    ]),
  );
  const handed = (await admin.call(privacy.exportPerson, { params, body: ASKED })).body as PersonExport;
  const text = JSON.stringify(handed);
  for (const each of who.texts) expect(text, each).toContain(each);
  const wrong = await admin.call(privacy.erasePerson, { params, body: { ...ASKED, confirmed: "别人" } });
  expect(wrong.problem).toMatchObject({ code: "not_confirmed" });
  const tomorrow = { ...ASKED, askedOn: "2025-12-24", confirmed: who.name };
  expect((await admin.call(privacy.erasePerson, { params, body: tomorrow })).problem).toMatchObject({
    code: "asked_later",
  });
  expect(await shownName(who.contactId)).not.toBeNull();
});

test("who was forgotten and comes in again by a file may not be written to, until they allow it themselves", async () => {
  const who = await liveThrough(["noted"]);
  const params = { contactId: who.contactId };
  await admin.call(privacy.erasePerson, {
    params,
    body: { ...ASKED, confirmed: (await shownName(who.contactId)) ?? "" },
  });
  const requests = await admin.call(privacy.listRequests);
  expect((requests.body as object[])[0]).toMatchObject({
    kind: "erase",
    name: null,
    askedBy: "person",
    by: { name: "吴桐" },
  });
  const [again] = await world.capture(formOf("同名的人", who.phone, AT));
  expect(again).toMatchObject({ newContact: true });
  const consent = async () =>
    (await admin.call(privacy.readConsent, { params: { contactId: again?.contactId ?? "" } })).body as ConsentOfContact;
  const identifierId = (await consent()).identifiers[0]?.identifier.id ?? "";
  const answers = async () => (await consent()).identifiers[0]?.answers.map(({ purpose, may }) => [purpose, may]);
  const none = ["phone", "sms"].flatMap(() => ["marketing", "service", "sales"].map((purpose) => [purpose, false]));
  expect(await answers()).toEqual(none);
  const stated = { identifierId, channel: "sms", purpose: "marketing", state: "granted", evidence: "名单" } as const;
  const later = new Date("2026-01-05T02:00:00.000Z");
  await world.act((context) => stateConsents(context, [{ ...stated, how: "import", at: later }]));
  expect(await answers()).toEqual(none);
  await world.act((context) => stateConsents(context, [{ ...stated, how: "form", at: later }]));
  expect(await answers()).toContainEqual(["marketing", true]);
});
