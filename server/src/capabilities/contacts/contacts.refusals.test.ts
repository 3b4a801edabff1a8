import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { contacts } from "@tongzhou/contract/contacts";
import { contactsMessages, contactsRoutes } from "./index.ts";

let world: TestWorld;
/** A record that nobody of the sales teams follows. */
let id: string;

beforeAll(async () => {
  world = await openTestWorld(contactsRoutes, [contactsMessages]);
  const made = await world.http
    .as(world.cast.吴桐)
    .call(contacts.create, { body: { name: "谢文博", identifiers: [] } });
  id = made.body.contactId as string;
});

const NOBODY = "00000000-0000-7000-8000-000000000000";
const LIST = "a list answers with the rows within reach, which is tested with the list";
const NO_TEAM = "what is created is one's own, whatever the team";

const it = (): object => ({ params: { contactId: id } });
const identifier = (): object => ({ params: { contactId: id, identifierId: NOBODY } });
/** Reads everything and edits nothing. */
const executive =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.何川), input: input() });
/** A rep who does not follow the record. */
const stranger =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.陈浩), input: input() });
/** A key that was given for something else. */
const otherKey =
  (input: () => object = () => ({})): RefusalCase =>
  () => ({ by: world.http.withKey(world.cast.吴桐, ["product_line.*"]), input: input() });

testRefusals(() => world.http, {
  "contacts.listContacts": { mayNot: otherKey(), wrongTeam: LIST },
  "contacts.countContacts": { mayNot: otherKey(), wrongTeam: LIST },
  "contacts.listContactFields": { mayNot: otherKey(), wrongTeam: "names of fields say nothing of any record" },
  "contacts.showContact": { mayNot: otherKey(it), wrongTeam: stranger(it) },
  "contacts.assignContacts": {
    mayNot: stranger(() => ({ body: { choice: { ids: [id] }, toId: world.cast.陈浩 } })),
    wrongTeam: () => ({
      by: world.http.as(world.cast.赵磊),
      input: { body: { choice: { ids: [id] }, toId: world.cast.陈浩 } },
    }),
  },
  "contacts.previewAssignment": {
    mayNot: stranger(() => ({ body: { choice: { ids: [id] }, toId: world.cast.陈浩 } })),
    wrongTeam: "it says of records out of reach only that they stay, which assign-contacts.test.ts shows",
  },
  "contacts.createContact": {
    mayNot: executive(() => ({ body: { name: "谢文博", identifiers: [] } })),
    wrongTeam: NO_TEAM,
  },
  "contacts.editContact": {
    mayNot: executive(() => ({ ...it(), body: { note: { from: null, to: "我的" } } })),
    wrongTeam: stranger(() => ({ ...it(), body: { note: { from: null, to: "我的" } } })),
  },
  "contacts.addIdentifier": {
    mayNot: executive(() => ({ ...it(), body: { kind: "member:erp", value: "C-1" } })),
    wrongTeam: stranger(() => ({ ...it(), body: { kind: "member:erp", value: "C-1" } })),
  },
  "contacts.retireIdentifier": { mayNot: executive(identifier), wrongTeam: stranger(identifier) },
  "contacts.revealIdentifier": { mayNot: otherKey(identifier), wrongTeam: stranger(identifier) },
});
