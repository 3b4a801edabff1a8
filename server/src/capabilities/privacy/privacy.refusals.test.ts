import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { attachContacts, sortName } from "../contacts/index.ts";
import { privacyMessages, privacyRoutes } from "./index.ts";

let world: TestWorld;
let contactId: string;
let identifierId: string;

/** A person of 吴桐's whom nobody of the sales teams follows. */
beforeAll(async () => {
  world = await openTestWorld(privacyRoutes, [privacyMessages]);
  const { house } = world.database;
  const kind = operationKind("test.privacy");
  const made = await operate(house, { actor: { kind: "system" }, kind, source: "job" }, (context) =>
    attachContacts(context, [
      {
        name: "谢文博",
        nameSort: sortName("谢文博"),
        identifiers: [{ kind: "phone", value: "+8613700001111", raw: "13700001111", strong: true }],
        accountId: null,
        ownerId: world.cast.吴桐,
        at: context.now,
      },
    ]),
  );
  contactId = made.result[0]?.contactId ?? "";
  identifierId = made.result[0]?.identifierId ?? "";
});

const one = (): object => ({ params: { contactId } });
const stated = (): object => ({
  params: { contactId },
  body: { identifierId, channels: ["sms"], purposes: ["marketing"], how: "spoken", evidence: "电话里说可以" },
});
/** Reads everything and edits nothing. */
const executive =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.何川), input: input() });
/** A rep who does not follow the person. */
const stranger =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.陈浩), input: input() });
/** By a key that speaks of product lines alone. */
const keyOfOthers =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.withKey(world.cast.吴桐, ["product_line.*"]), input: input() });

const asked = (): object => ({
  params: { contactId },
  body: { askedBy: "person", askedOn: "2025-11-20", confirmed: "谢文博" },
});
const FOR_THE_HOUSE = "who answers requests answers for the whole house, whoever follows somebody";

testRefusals(() => world.http, {
  "privacy.findPeople": {
    mayNot: () => ({ by: world.http.as(world.cast.赵磊), input: { body: { value: "13700001111" } } }),
    wrongTeam: FOR_THE_HOUSE,
  },
  "privacy.previewPerson": { mayNot: executive(one), wrongTeam: FOR_THE_HOUSE },
  "privacy.exportPerson": { mayNot: executive(asked), wrongTeam: FOR_THE_HOUSE },
  "privacy.erasePerson": {
    mayNot: () => ({ by: world.http.as(world.cast.赵磊), input: asked() }),
    wrongTeam: FOR_THE_HOUSE,
  },
  "privacy.listRequests": { mayNot: stranger(() => ({})), wrongTeam: FOR_THE_HOUSE },
  "privacy.readConsent": { mayNot: keyOfOthers(one), wrongTeam: stranger(one) },
  "privacy.grantConsent": { mayNot: executive(stated), wrongTeam: stranger(stated) },
  "privacy.makePreferenceLink": { mayNot: executive(one), wrongTeam: stranger(one) },
  "privacy.withdrawConsent": { mayNot: keyOfOthers(stated), wrongTeam: stranger(stated) },
});
