import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { makeHousehold } from "../accounts/index.ts";
import { attachContacts } from "../contacts/index.ts";
import { householdsMessages, householdsRoutes } from "./index.ts";

const MEET = operationKind("test.meet");
const DAY = "2025-06-12";

let world: TestWorld;
/** A household and a person that nobody of the sales teams follows. */
let householdId: string;
let contactId: string;

beforeAll(async () => {
  world = await openTestWorld(householdsRoutes, [householdsMessages]);
  await operate(world.database.house, { actor: { kind: "system" }, kind: MEET, source: "job" }, async (context) => {
    householdId = await makeHousehold(context, { name: "谢文博的家庭", regionCode: null, ownerId: null });
    const draft = { name: "谢文博", nameSort: "", identifiers: [], accountId: householdId, at: context.now };
    contactId = (await attachContacts(context, [draft]))[0]?.contactId ?? "";
  });
});

const show = (): object => ({ params: { householdId } });
const create = (): object => ({ body: { members: [{ contactId, roles: [] }], since: DAY } });
const add = (): object => ({ params: { householdId }, body: { name: "谢小满", roles: [], since: DAY } });
const setRoles = (): object => ({ params: { householdId, contactId }, body: { roles: ["payer"], on: DAY } });
const leave = (): object => ({ params: { householdId }, body: { contactIds: [contactId], on: DAY, own: false } });
const join = (): object => ({ params: { householdId }, body: { otherId: contactId, on: DAY } });

/** Reads everything and edits nothing. */
const executive =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.何川), input: input() });
/** A rep who follows neither the household nor the person. */
const stranger =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.陈浩), input: input() });
const otherKey =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.withKey(world.cast.吴桐, ["product_line.*"]), input: input() });

testRefusals(() => world.http, {
  "households.showHousehold": { mayNot: otherKey(show), wrongTeam: stranger(show) },
  "households.createHousehold": { mayNot: executive(create), wrongTeam: stranger(create) },
  "households.addMember": { mayNot: executive(add), wrongTeam: stranger(add) },
  "households.setRoles": { mayNot: executive(setRoles), wrongTeam: stranger(setRoles) },
  "households.leaveHousehold": { mayNot: executive(leave), wrongTeam: stranger(leave) },
  "households.joinHouseholds": { mayNot: executive(join), wrongTeam: stranger(join) },
});
