import { duplicatePairs } from "@tongzhou/contract/duplicate-pairs";
import type { PairRow } from "@tongzhou/contract/duplicate-pairs";
import { identity } from "@tongzhou/contract/identity";
import { leads } from "@tongzhou/contract/leads";
import { beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import { EAGER, formOf, openCaptureWorld } from "./capture-world.fixture.ts";
import type { CaptureWorld } from "./capture-world.fixture.ts";
import { contactsMessages } from "./capabilities/contacts/index.ts";
import { identityMessages, identityRoutes, identitySubscriptions } from "./capabilities/identity/index.ts";
import { leadsMessages, leadsRoutes } from "./capabilities/leads/index.ts";
import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import { leadParts } from "./lead-parts.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestCaller } from "./platform/http/test-http.ts";
import { operate } from "./platform/ledger/operate.ts";

const AT = new Date("2025-11-10T02:00:00.000Z");
const SYSTEM = { kind: "system" } as const;

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
    messages: [peopleMessages, contactsMessages, identityMessages, leadsMessages],
    register(registering) {
      leadsRoutes(registering, leadParts);
      identityRoutes(registering);
    },
  });
  as = (personId) => http.as(personId);
  admin = as(world.cast.吴桐);
});

let phones = 0;
/** A form of somebody new, whose lead is asked of a rep. */
async function asked(name: string) {
  phones += 1;
  const [captured] = await world.capture(formOf(name, `1380055${String(phones).padStart(4, "0")}`, AT));
  const leadId = captured?.leadId ?? "";
  const [row] = await world.rows("select contact_id as contact, owner_id as owner, stage from lead where id = $1", [
    leadId,
  ]);
  expect(row).toMatchObject({ stage: "assigned" });
  return { leadId, contactId: String(row?.["contact"]), ownerId: String(row?.["owner"]) };
}

/** Hands what was announced to identity, as the jobs do. */
async function deliver(): Promise<void> {
  const { announced, house } = world.database;
  while (announced.length > 0) {
    for (const said of announced.splice(0)) {
      for (const subscription of identitySubscriptions) {
        if (![subscription.event].flat().includes(said.event)) continue;
        await operate(house, { actor: SYSTEM, kind: subscription.kind, source: "job" }, (context) =>
          subscription.handle(context, said),
        );
      }
    }
  }
}

const decline = (leadId: string, by: string, otherRecordId: string | null) =>
  as(by).call(leads.decline, { body: { leadIds: [leadId], reason: "duplicate", note: null, otherRecordId } });
const pairsOf = async (contactId: string): Promise<PairRow[]> => {
  const { rows } = (await admin.call(duplicatePairs.list, {})).body as { rows: PairRow[] };
  return rows.filter(({ first, second }) => [first.id, second.id].includes(contactId));
};

test("a lead given back as a double goes to triage and puts the two up for review; merged, the leads meet", async () => {
  const [known, double] = [await asked("沈佳怡"), await asked("沈佳宜")];
  await world.act(
    ({ tx }) => tx.updateTable("contact").set({ owner_id: double.ownerId }).where("id", "=", known.contactId).execute(),
    SYSTEM,
  );
  await deliver();
  expect((await decline(double.leadId, double.ownerId, known.contactId)).body).toMatchObject({
    moved: [double.leadId],
  });
  expect(await world.rows("select stage, pool_kind from lead where id = $1", [double.leadId])).toEqual([
    { stage: "mql", pool_kind: "triage" },
  ]);
  await deliver();
  const [pair, ...others] = await pairsOf(double.contactId);
  expect(others).toEqual([]);
  expect([pair?.first.id, pair?.second.id].toSorted()).toEqual([known.contactId, double.contactId].toSorted());

  const body = { survivorId: known.contactId, mergedId: double.contactId, take: [] };
  expect((await admin.call(identity.merge, { body })).status).toBe(200);
  const open = await world.rows(
    "select id from lead where contact_id = $1 and stage not in ('converted', 'disqualified')",
    [known.contactId],
  );
  expect(open).toHaveLength(1);
});

test("without naming anybody, or somebody out of sight, nothing moves; oneself is nobody's double", async () => {
  const [hidden, lead] = [await asked("郝一鸣"), await asked("祝青青")];
  await world.act(
    ({ tx }) =>
      tx.updateTable("contact").set({ owner_id: world.cast.吴桐 }).where("id", "=", hidden.contactId).execute(),
    SYSTEM,
  );
  await world.act(
    ({ tx }) => tx.updateTable("lead").set({ owner_id: world.cast.吴桐 }).where("id", "=", hidden.leadId).execute(),
    SYSTEM,
  );
  expect((await decline(lead.leadId, lead.ownerId, null)).problem).toMatchObject({ code: "lead_other_record_missing" });
  expect((await decline(lead.leadId, lead.ownerId, hidden.contactId)).status).toBe(404);
  expect(await world.rows("select stage from lead where id = $1", [lead.leadId])).toEqual([{ stage: "assigned" }]);
  expect((await decline(lead.leadId, lead.ownerId, lead.contactId)).body).toMatchObject({ moved: [lead.leadId] });
  await deliver();
  expect(await pairsOf(lead.contactId)).toEqual([]);
});
