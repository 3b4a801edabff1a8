import { privacy } from "@tongzhou/contract/privacy";
import type { PreferencesOfPerson } from "@tongzhou/contract/privacy";
import { beforeAll, beforeEach, expect, test } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import type { TestCaller } from "../../platform/http/test-http.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { attachContacts, sortName } from "../contacts/index.ts";
import { privacyMessages, privacyRoutes } from "./index.ts";

const KIND = operationKind("test.preferences");
const DAY_MS = 86_400_000;

let world: TestWorld;
let admin: TestCaller;
/** Somebody who is signed in nowhere. */
let anybody: TestCaller;

beforeAll(async () => {
  world = await openTestWorld(privacyRoutes, [privacyMessages]);
  admin = world.http.as(world.cast.吴桐);
  anybody = world.http.as(null);
});
/** Each test begins a day later, so that no limit and no withdrawal of another test counts. */
beforeEach(() => world.database.house.clock.advance(DAY_MS));

let people = 0;
async function somebody(name: string) {
  people += 1;
  const [phone, email] = [`+861350000${String(people).padStart(4, "0")}`, `person${people}@example.com`];
  const { result } = await operate(
    world.database.house,
    { actor: { kind: "system" }, kind: KIND, source: "job" },
    (context) =>
      attachContacts(context, [
        {
          name,
          nameSort: sortName(name),
          identifiers: [
            { kind: "phone", value: phone, raw: phone, strong: true },
            { kind: "email", value: email, raw: email, strong: true },
          ],
          accountId: null,
          ownerId: null,
          at: context.now,
        },
      ]),
  );
  const contactId = result[0]?.contactId ?? "";
  const made = await admin.call(privacy.makePreferenceLink, { params: { contactId } });
  expect(made.status).toBe(201);
  return { contactId, phone, email, token: (made.body as { token: string }).token, operationId: made.operationId };
}

const show = async (token: string, language?: "en") =>
  (await anybody.call(privacy.showPreferences, { params: { token }, query: { language } })).body as PreferencesOfPerson;
const preference = async (token: string, channel: string, purpose = "marketing") =>
  (await show(token)).identifiers
    .flatMap(({ id, preferences }) => preferences.map((each) => ({ ...each, identifierId: id })))
    .find((each) => each.channel === channel && each.purpose === purpose);
async function turn(token: string, channel: "sms" | "email", on: boolean, identifierId?: string) {
  const found = await preference(token, channel);
  return anybody.call(privacy.savePreference, {
    params: { token },
    body: {
      identifierId: identifierId ?? found?.identifierId ?? "",
      channel,
      purpose: "marketing",
      on,
      language: "zh-CN",
    },
  });
}

test("a link shows its person masked identifiers and switches, no name, and nothing of others", async () => {
  const [one, other] = [await somebody("甲一"), await somebody("乙二")];
  const shown = await show(one.token);
  expect(shown.identifiers.map(({ kind }) => kind)).toEqual(["email", "phone"]);
  const text = JSON.stringify(shown);
  for (const secret of ["甲一", one.phone, one.email, other.phone.slice(-4), one.contactId]) {
    expect(text).not.toContain(secret);
  }
  expect(await preference(one.token, "sms")).toMatchObject({
    on: false,
    text: "我同意云帆智能通过短信向我发送产品和活动消息。",
  });
  expect(await preference(one.token, "sms", "service")).toMatchObject({ on: true });
  expect(JSON.stringify(await show(one.token, "en"))).toContain("I agree that 云帆智能 sends me");
});

test("the token is kept nowhere, and an unknown one finds nothing", async () => {
  const { token } = await somebody("丙三");
  const { rows } = await world.database.pool.query("select * from preference_link");
  expect(JSON.stringify(rows)).not.toContain(token);
  const answer = await anybody.call(privacy.showPreferences, { params: { token: `${token}x` } });
  expect(answer.status).toBe(404);
  const write = await anybody.call(privacy.unsubscribe, { params: { token: "nobody" } });
  expect(write.status).toBe(404);
});

test("a switch counts at once with its sentence as evidence; what was turned off today opens again tomorrow", async () => {
  const { token, contactId } = await somebody("丁四");
  expect((await turn(token, "sms", true)).status).toBe(200);
  expect(await preference(token, "sms")).toMatchObject({ on: true });
  expect(await preference(token, "email")).toMatchObject({ on: false });
  expect((await turn(token, "sms", false)).status).toBe(200);
  expect(await preference(token, "sms")).toMatchObject({ on: false, closedToday: true });
  expect((await turn(token, "sms", true)).problem).toMatchObject({ code: "withdrawn_today" });
  world.database.house.clock.advance(DAY_MS);
  expect((await turn(token, "sms", true)).status).toBe(200);
  const read = await admin.call(privacy.readConsent, { params: { contactId } });
  expect((read.body as { statements: object[] }).statements).toMatchObject([
    { state: "granted", how: "page", by: null, evidence: "[2025-11] 我同意云帆智能通过短信向我发送产品和活动消息。" },
    { state: "withdrawn" },
    { state: "granted" },
  ]);
});

test("nobody turns a switch of somebody else, and what a person chose is not undone by us", async () => {
  const [one, other] = [await somebody("戊五"), await somebody("己六")];
  const theirs = await preference(other.token, "sms");
  expect((await turn(one.token, "sms", false, theirs?.identifierId)).status).toBe(404);
  expect(await preference(other.token, "sms")).toMatchObject({ closedToday: false });
  await turn(one.token, "sms", false);
  const { rows } = await world.database.pool.query<{ id: string }>(
    "select id from operation where kind = 'preference.save' order by at desc, id desc limit 1",
  );
  const by = { actor: { kind: "person", personId: world.cast.吴桐 }, source: "web" } as const;
  expect(await undoOperation(world.database.house, { ...by, operationId: rows[0]?.id ?? "" })).toMatchObject({
    refused: "not_undoable",
  });
  expect(await undoOperation(world.database.house, { ...by, operationId: one.operationId ?? "" })).toMatchObject({
    refused: "not_undoable",
  });
});

test("one click ends all marketing by every channel, as a mail program sends it, for ever and again", async () => {
  const { token } = await somebody("庚七");
  await turn(token, "sms", true);
  world.database.house.clock.advance(DAY_MS);
  const click = () =>
    world.http.app.inject({
      method: "POST",
      url: `/api/preferences/${token}/unsubscribe`,
      headers: { "content-type": "application/x-www-form-urlencoded" },
      payload: "List-Unsubscribe=One-Click",
    });
  expect((await click()).statusCode).toBe(200);
  world.database.house.clock.advance(900 * DAY_MS);
  expect((await click()).statusCode).toBe(200);
  for (const channel of ["sms", "phone", "email"]) {
    expect(await preference(token, channel), channel).toMatchObject({ on: false });
    expect(await preference(token, channel, "service"), channel).toMatchObject({ on: true });
  }
});

test("another site cannot press it for somebody who is signed in, and who tries out tokens is stopped", async () => {
  const { token } = await somebody("辛八");
  const foreign = await world.http.app.inject({
    method: "POST",
    url: `/api/preferences/${token}/unsubscribe`,
    headers: { origin: "https://elsewhere.example", "content-type": "application/x-www-form-urlencoded" },
    payload: "List-Unsubscribe=One-Click",
  });
  expect(foreign.statusCode).toBe(403);
  const statuses = new Set<number>();
  for (let tried = 0; tried < 130; tried++) {
    const answer = await anybody.call(privacy.showPreferences, { params: { token: `guess${tried}` } });
    statuses.add(answer.status);
  }
  expect([...statuses]).toEqual([404, 429]);
});
