import { beforeAll } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { testRefusals } from "../../platform/http/test-refusals.ts";
import type { RefusalCase } from "../../platform/http/test-refusals.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { attachAccounts } from "../accounts/index.ts";
import { attachContacts, contactsMessages, membershipsRoutes } from "./index.ts";

const MEET = operationKind("test.meet");
const DAY = "2025-06-01";

let world: TestWorld;
let contactId: string;
let membershipId: string;
let accountId: string;

beforeAll(async () => {
  world = await openTestWorld(membershipsRoutes, [contactsMessages]);
  const { house } = world.database;
  await operate(house, { actor: { kind: "system" }, kind: MEET, source: "job" }, async (context) => {
    const draft = { creditCode: null, nameSort: "" };
    const [first, second] = await attachAccounts(context, [
      { ...draft, name: "清河水务", key: "清河水务" },
      { ...draft, name: "远山电力", key: "远山电力" },
    ]);
    accountId = second?.accountId ?? "";
    const nobodys = {
      name: "谢文博",
      nameSort: "",
      identifiers: [],
      accountId: first?.accountId ?? null,
      at: context.now,
    };
    const [attached] = await attachContacts(context, [nobodys]);
    contactId = attached?.contactId ?? "";
    const { rows } = await context.client.query<{ id: string }>("select id from membership where contact_id = $1", [
      contactId,
    ]);
    membershipId = rows[0]?.id ?? "";
  });
});

const ofAccount = (): object => ({ params: { accountId } });
const begin = (): object => ({ params: { contactId }, body: { account: { id: accountId }, since: DAY } });
const move = (): object => ({ params: { contactId, membershipId }, body: { account: { id: accountId }, since: DAY } });
const end = (): object => ({ params: { contactId, membershipId }, body: { on: DAY } });
const edit = (): object => ({ params: { contactId, membershipId }, body: { title: { from: null, to: "处长" } } });

/** Reads everything and edits nothing. */
const executive =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.何川), input: input() });
/** A rep who follows neither the person nor the company. */
const stranger =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.as(world.cast.陈浩), input: input() });
const otherKey =
  (input: () => object): RefusalCase =>
  () => ({ by: world.http.withKey(world.cast.吴桐, ["product_line.*"]), input: input() });

testRefusals(() => world.http, {
  "memberships.listPeopleOfAccount": { mayNot: otherKey(ofAccount), wrongTeam: stranger(ofAccount) },
  "memberships.beginMembership": {
    mayNot: executive(begin),
    wrongTeam: stranger(begin),
  },
  "memberships.endMembership": { mayNot: executive(end), wrongTeam: stranger(end) },
  "memberships.moveMembership": { mayNot: executive(move), wrongTeam: stranger(move) },
  "memberships.editMembership": { mayNot: executive(edit), wrongTeam: stranger(edit) },
});
