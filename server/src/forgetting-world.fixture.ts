import { activities } from "@tongzhou/contract/activities";
import { contacts } from "@tongzhou/contract/contacts";
import { fields } from "@tongzhou/contract/fields";
import type { CustomField } from "@tongzhou/contract/fields";
import { households } from "@tongzhou/contract/households";
import { identity } from "@tongzhou/contract/identity";
import { insights } from "@tongzhou/contract/insights";
import { opportunities } from "@tongzhou/contract/opportunities";
import { privacy } from "@tongzhou/contract/privacy";
import { expect } from "vitest";
import { createApp } from "./app.ts";
import { activitiesMessages, activitiesRoutes } from "./capabilities/activities/index.ts";
import { contactsMessages, contactsRoutes } from "./capabilities/contacts/index.ts";
import { fieldsMessages, fieldsRoutes } from "./capabilities/fields/index.ts";
import { householdsMessages, householdsRoutes } from "./capabilities/households/index.ts";
import { identityMessages, identityRoutes } from "./capabilities/identity/index.ts";
import { insightsMessages, insightsRoutes } from "./capabilities/insights/index.ts";
import { opportunitiesMessages, opportunitiesRoutes } from "./capabilities/opportunities/index.ts";
import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import { privacyMessages, privacyRoutes, stateConsents } from "./capabilities/privacy/index.ts";
import { rebuildEntries } from "./capabilities/search/index.ts";
import { EAGER, formOf, openCaptureWorld } from "./capture-world.fixture.ts";
import type { CaptureWorld } from "./capture-world.fixture.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestCaller } from "./platform/http/test-http.ts";
import { undoOperation } from "./platform/ledger/undo/undo-operation.ts";

export const AT = new Date("2025-11-10T02:00:00.000Z");
export const ASKED = { askedBy: "person" as const, askedOn: "2025-11-20" };
/** What may have happened to somebody before they are forgotten. */
export const HAPPENED = [
  "renamed",
  "met again",
  "merged",
  "noted",
  "sold",
  "retired",
  "allowed",
  "undone",
  "typed in",
  "described",
  "in a family",
] as const;
type Happened = (typeof HAPPENED)[number];

let world: CaptureWorld;
let admin: TestCaller;
let as: (personId: string) => TestCaller;

/** Opens the world of these tests. Once a file. */
export async function openForgettingWorld() {
  // Loading the whole application is what makes every capability declare what it keeps of people.
  expect(createApp).toBeTypeOf("function");
  world = await openCaptureWorld();
  await world.putInForce(EAGER);
  const { signIn } = await openPeople(world.database.house);
  const http = await openTestHttp({
    house: world.database.house,
    directory: signIn.directory,
    messages: [
      peopleMessages,
      contactsMessages,
      identityMessages,
      fieldsMessages,
      householdsMessages,
      privacyMessages,
      activitiesMessages,
      opportunitiesMessages,
      insightsMessages,
    ],
    register(registering) {
      contactsRoutes(registering);
      identityRoutes(registering);
      fieldsRoutes(registering, () => {});
      householdsRoutes(registering);
      privacyRoutes(registering);
      activitiesRoutes(registering);
      opportunitiesRoutes(registering, {});
      insightsRoutes(registering);
    },
  });
  as = (personId) => http.as(personId);
  admin = as(world.cast.吴桐);
  return { world, admin };
}

/** Which of the texts stands in which table of the database, by its catalogue, in any column whatever its type. */
export async function tablesWith(texts: readonly string[]): Promise<string[]> {
  const tables = await world.rows(
    `select format('%I.%I', n.nspname, c.relname) as name
     from pg_class as c join pg_namespace as n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and not c.relispartition and n.nspname not in ('pg_catalog', 'information_schema')`,
  );
  expect(tables.length).toBeGreaterThan(60);
  const searches = tables.map(
    ({ name }) =>
      `select '${String(name)}: ' || w as hit from ${String(name)} as t, unnest($1::text[]) as w where strpos(t::text, w) > 0`,
  );
  const hits = await world.rows(searches.join(" union "), [texts]);
  return hits.map(({ hit }) => String(hit));
}

export async function figures(): Promise<unknown[]> {
  const period = { from: "2025-10-01", to: "2025-12-31" };
  const answers: unknown[] = [];
  for (const query of [
    { ...period, reading: "cohort" as const },
    { ...period, reading: "flow" as const },
    { ...period, by: "source" as const },
    { ...period, by: "team" as const },
  ]) {
    const answer = await admin.call(insights.funnel, { query });
    expect(answer.status, JSON.stringify(answer.body)).toBe(200);
    answers.push(answer.body);
  }
  answers.push(await world.rows("select kind, count(*)::int from touch group by kind order by kind"));
  answers.push(await world.rows("select stage, count(*)::int from lead group by stage order by stage"));
  answers.push(await world.rows("select outcome, count(*)::int from opportunity group by outcome order by outcome"));
  return answers;
}

let people = 0;
const NAMES = "慕容冰澜上官云鹤欧阳雪晴司徒靖远东方彦青诸葛明川令狐清扬皇甫若溪尉迟长风公孙玉衡";
/** A name nobody else has: four characters, or as many letters as are needed. */
const nameOf = (place: number): string =>
  `${NAMES.slice((place * 4) % 40, ((place * 4) % 40) + 4)}${"甲乙丙丁戊己庚辛"[place % 8]}`;

/** The lead that goes on, where two may have met, and who has it. */
async function openLeadOf(contactId: string) {
  const [open] = await world.rows(
    "select id, owner_id from lead where contact_id = $1 and stage <> 'disqualified' order by stage = 'converted' limit 1",
    [contactId],
  );
  return { leadId: String(open?.["id"]), rep: as(String(open?.["owner_id"])) };
}

/** Somebody to whom all this happened. @returns their page, and every text that must be gone when they are forgotten. */
export async function liveThrough(happened: readonly Happened[]) {
  people += 1;
  const [name, other] = [nameOf(people * 2), nameOf(people * 2 + 1)];
  const phone = `1330000${String(people).padStart(4, "0")}`;
  const texts = [name, phone];
  const titled = { touch: { kind: "form" as const, title: `${name}的预约` }, note: `${name}想看样机，${phone}` };
  const [captured] = await world.capture(formOf(name, phone, AT, titled));
  const contactId = captured?.contactId ?? "";
  const leadId = captured?.leadId ?? "";
  const operations: string[] = [];
  const ok = (answer: { status: number; body: unknown; operationId: string | undefined }) => {
    expect(answer.status, `${happened.join()} ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    if (answer.operationId) operations.push(answer.operationId);
    return answer;
  };
  for (const each of happened) {
    if (each === "renamed") {
      ok(await admin.call(contacts.edit, { params: { contactId }, body: { name: { from: name, to: `${other}婧` } } }));
      ok(await admin.call(contacts.edit, { params: { contactId }, body: { name: { from: `${other}婧`, to: name } } }));
      texts.push(other);
    }
    if (each === "met again") {
      await world.capture(formOf(`${other}瑾`, phone, AT, { touch: { kind: "form", title: `又见${other}` } }));
      texts.push(other);
    }
    if (each === "merged") {
      const twin = `1331000${String(people).padStart(4, "0")}`;
      const [second] = await world.capture(formOf(`${other}琰`, twin, AT));
      const body = { survivorId: contactId, mergedId: second?.contactId ?? "", take: [] };
      ok(await admin.call(identity.merge, { body }));
      texts.push(`${other}琰`, twin);
    }
    if (each === "noted") {
      const said = { text: `和${name}聊了，她的电话是${phone}`, nextOn: "2025-11-28", nextStep: `再问${name}` };
      ok(await admin.call(activities.log, { body: { object: "lead", recordId: leadId, kind: "note", ...said } }));
      ok(
        await admin.call(activities.log, {
          body: { object: "contact", recordId: contactId, kind: "call", outcome: "reached", text: `打给${name}` },
        }),
      );
    }
    if (each === "sold") {
      const company = { name: `远山贸易${people}有限公司` };
      const { leadId: openId, rep } = await openLeadOf(contactId);
      const sold = await rep.call(opportunities.convertLead, {
        params: { leadId: openId },
        body: { accountConfirmed: true, company, name: `${name}的课程` },
      });
      ok(sold);
      const recordId = (sold.body as { id: string }).id;
      ok(
        await rep.call(activities.log, {
          body: { object: "opportunity", recordId, kind: "note", text: `${name}要报价` },
        }),
      );
    }
    if (each === "retired") {
      const value = `old${people}@example.com`;
      // Who follows them may edit what administrators see masked.
      const { rep } = await openLeadOf(contactId);
      const body = { kind: "email", value };
      const added = ok(await rep.call(contacts.addIdentifier, { params: { contactId }, body }));
      const { identifiers } = added.body as { identifiers: { id: string; kind: string }[] };
      const identifierId = identifiers.find(({ kind }) => kind === "email")?.id ?? "";
      ok(await rep.call(contacts.retireIdentifier, { params: { contactId, identifierId } }));
      texts.push(value);
    }
    if (each === "allowed") {
      const [row] = await world.rows("select id from identifier where value = $1 and strong", [`+86${phone}`]);
      const evidence = `${name}在表上签了字`;
      const stated = {
        channel: "sms",
        purpose: "marketing",
        state: "granted",
        at: AT,
        how: "written",
        evidence,
      } as const;
      await world.act((context) => stateConsents(context, [{ identifierId: String(row?.["id"]), ...stated }]));
      ok(await admin.call(privacy.makePreferenceLink, { params: { contactId } }));
    }
    if (each === "undone") {
      const noted = ok(
        await admin.call(activities.log, {
          body: { object: "contact", recordId: contactId, kind: "note", text: `错记了${name}` },
        }),
      );
      await undo(noted.operationId);
    }
    if (each === "described") {
      const made = await admin.call(fields.create, {
        body: { object: "contact", type: "text", name: `喜好${people}` },
      });
      const { id } = made.body as CustomField;
      const { rep } = await openLeadOf(contactId);
      ok(
        await rep.call(fields.editValues, {
          params: { object: "contact", recordId: contactId },
          body: { changes: { [id]: { from: null, to: `${name}爱喝龙井` } } },
        }),
      );
    }
    if (each === "in a family") {
      const { rep } = await openLeadOf(contactId);
      const begun = (called: string) =>
        rep.call(households.create, {
          body: { members: [{ contactId, roles: ["payer"] }], since: "2025-11-01", name: called },
        });
      const [one, two] = [ok(await begun(`${name}的家`)), ok(await begun(`${name}的新家`))].map(
        ({ body }) => (body as { householdId: string }).householdId,
      );
      const sides = { survivorId: one ?? "", mergedId: two ?? "" };
      ok(await admin.call(identity.mergeAccounts, { body: { ...sides, take: ["name"] } }));
    }
    if (each === "typed in") {
      const body = { name: `${other}琬`, identifiers: [{ kind: "phone", value: phone }] };
      ok(await admin.call(contacts.create, { body }, { "idempotency-key": `key ${people}` }));
      texts.push(`${other}琬`);
    }
  }
  for (const object of ["contact", "account"] as const) await world.act((context) => rebuildEntries(context, object));
  return { contactId, name, phone, mailbox: `old${people}@example.com`, texts: [...new Set(texts)], operations };
}

export const undo = (operationId = "") =>
  undoOperation(world.database.house, {
    operationId,
    actor: { kind: "person", personId: world.cast.吴桐 },
    source: "web",
  });
export const shownName = async (contactId: string) =>
  ((await admin.call(contacts.show, { params: { contactId } })).body as { name: string | null }).name;
