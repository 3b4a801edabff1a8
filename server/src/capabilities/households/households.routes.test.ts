import { accounts } from "@tongzhou/contract/accounts";
import { contacts } from "@tongzhou/contract/contacts";
import { households } from "@tongzhou/contract/households";
import type { Household } from "@tongzhou/contract/households";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { accountsMessages, accountsRoutes } from "../accounts/index.ts";
import { contactsMessages, contactsRoutes } from "../contacts/index.ts";
import { householdsMessages, householdsRoutes } from "./index.ts";

const DAY = "2025-06-12";
const LATER = "2025-09-01";

let { database, http, cast } = {} as TestWorld;
let householdId: string;
let mother: string;
let father: string;

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(
    (served) => {
      accountsRoutes(served);
      contactsRoutes(served);
      householdsRoutes(served);
    },
    [accountsMessages, contactsMessages, householdsMessages],
  ));
});

const csm = () => http.as(cast.陈浩);
const person = async (name: string): Promise<string> =>
  (await csm().call(contacts.create, { body: { name, identifiers: [] } })).body.contactId;
const shown = async (id = householdId): Promise<Household> =>
  (await csm().call(households.show, { params: { householdId: id } })).body;
const whoIsWhat = (members: Household["present"]) =>
  members.map(({ contact, roles }) => [contact.name, ...roles.map(({ role }) => role)]);
const undo = (operationId: string | undefined) =>
  undoOperation(database.house, {
    operationId: operationId ?? "",
    actor: { kind: "person", personId: cast.陈浩 },
    source: "web",
  });

beforeEach(async () => {
  mother = await person("许静");
  father = await person("梁建波");
  const made = await csm().call(households.create, {
    body: {
      members: [
        { contactId: mother, roles: ["registrant"] },
        { contactId: father, roles: ["payer"] },
        { name: "梁一诺", roles: ["user"] },
      ],
      since: DAY,
    },
  });
  expect(made.status).toBe(201);
  householdId = made.body.householdId;
});

describe("a household", () => {
  test("is made of who registers, who pays and a child without a phone, in one picture", async () => {
    const family = await shown();
    expect(family).toMatchObject({ name: "许静、梁建波的家庭", former: [], mayEdit: true });
    expect(whoIsWhat(family.present)).toEqual([
      ["许静", "registrant"],
      ["梁建波", "payer"],
      ["梁一诺", "user"],
    ]);
    expect(family.present.every(({ roles }) => roles[0]?.since === DAY)).toBe(true);
    expect(family.present[2]?.contact.identifiers).toEqual([]);
    const account = await csm().call(accounts.show, { params: { accountId: householdId } });
    expect(account.body).toMatchObject({ kind: "household", confirmed: true, ownerId: cast.陈浩 });
    const filter = JSON.stringify({
      combinator: "and",
      rules: [{ field: "account.kind", operator: "is", value: "household" }],
    });
    const listed = await csm().call(accounts.list, { query: { filter } });
    expect(listed.body.rows.map(({ id }: { id: string }) => id)).toContain(householdId);
    const mothers = await csm().call(contacts.show, { params: { contactId: mother } });
    expect(mothers.body.memberships).toMatchObject([
      { accountKind: "household", householdRole: "registrant", since: DAY, until: null },
    ]);
  });

  test("takes its making back whole, the child too", async () => {
    const made = await csm().call(households.create, {
      body: { name: "沈家", members: [{ name: "沈知夏", roles: ["user"] }], since: DAY },
    });
    const child = (await shown(made.body.householdId)).present[0]?.contact.id ?? "";
    await undo(made.operationId);
    const gone = await csm().call(households.show, { params: { householdId: made.body.householdId } });
    expect(gone.status).toBe(404);
    expect((await csm().call(contacts.show, { params: { contactId: child } })).status).toBe(404);
  });

  test("has people of several roles, each with its days; a role given up stays with them", async () => {
    const set = await csm().call(households.setRoles, {
      params: { householdId, contactId: mother },
      body: { roles: ["registrant", "influencer"], on: LATER },
    });
    expect((await shown()).present[0]?.roles).toEqual([
      { role: "registrant", since: DAY, until: null },
      { role: "influencer", since: LATER, until: null },
    ]);
    await csm().call(households.setRoles, {
      params: { householdId, contactId: mother },
      body: { roles: [], on: LATER },
    });
    expect((await shown()).present[0]?.roles).toEqual([{ role: null, since: LATER, until: null }]);
    const { body } = await csm().call(contacts.show, { params: { contactId: mother } });
    expect(body.memberships).toHaveLength(3);
    const stranger = await csm().call(households.setRoles, {
      params: { householdId, contactId: await person("路人") },
      body: { roles: ["payer"], on: LATER },
    });
    expect(stranger.problem).toMatchObject({ status: 422, code: "not_in_household" });
    expect(set.status).toBe(200);
  });

  test("takes somebody in once, who may be of another household as well", async () => {
    const grandmother = await person("周桂兰");
    const body = { contactId: grandmother, roles: ["influencer"] as const, since: DAY };
    const add = () =>
      csm().call(households.add, { params: { householdId }, body: { ...body, roles: [...body.roles] } });
    expect((await add()).status).toBe(201);
    expect((await add()).problem).toMatchObject({ status: 422, code: "in_household_already" });
    const other = await csm().call(households.create, {
      body: { members: [{ contactId: grandmother, roles: [] }], since: DAY },
    });
    expect(other.status).toBe(201);
    expect((await shown()).present).toHaveLength(4);
  });
});

describe("a family that changes", () => {
  test("splits: a member leaves into a household of their own as what they were; undo makes it one again", async () => {
    const left = await csm().call(households.leave, {
      params: { householdId },
      body: { contactIds: [father], on: LATER, own: true },
    });
    const here = await shown();
    expect(whoIsWhat(here.present)).toEqual([
      ["许静", "registrant"],
      ["梁一诺", "user"],
    ]);
    expect(here.former).toMatchObject([
      { contact: { name: "梁建波" }, roles: [{ role: "payer", since: DAY, until: LATER }] },
    ]);
    const own = await shown(left.body.householdId);
    expect(own.name).toBe("梁建波的家庭");
    expect(whoIsWhat(own.present)).toEqual([["梁建波", "payer"]]);
    await undo(left.operationId);
    expect((await shown()).present).toHaveLength(3);
    const gone = await csm().call(households.show, { params: { householdId: left.body.householdId } });
    expect(gone.status).toBe(404);
  });

  test("somebody just leaves, not before they came and not tomorrow", async () => {
    const leave = (on: string) =>
      csm().call(households.leave, { params: { householdId }, body: { contactIds: [father], on, own: false } });
    expect((await leave("2025-06-01")).problem).toMatchObject({ code: "left_before_begun" });
    expect((await leave("2999-01-01")).problem).toMatchObject({ code: "day_ahead" });
    expect((await leave(LATER)).body).toEqual({ householdId: null });
    expect((await leave(LATER)).problem).toMatchObject({ code: "not_in_household" });
  });

  test("two become one with history: the other is empty and remembers, nobody is in twice, undo parts them", async () => {
    const uncle = await person("梁建军");
    const other = await csm().call(households.create, {
      body: {
        members: [
          { contactId: uncle, roles: ["payer"] },
          { contactId: mother, roles: ["influencer"] },
        ],
        since: DAY,
      },
    });
    const otherId = other.body.householdId;
    const join = () => csm().call(households.join, { params: { householdId }, body: { otherId, on: LATER } });
    const joined = await join();
    expect(joined.status).toBe(200);
    expect(whoIsWhat((await shown()).present)).toEqual([
      ["许静", "registrant"],
      ["梁建波", "payer"],
      ["梁一诺", "user"],
      ["梁建军", "payer"],
    ]);
    expect(await shown(otherId)).toMatchObject({ present: [], former: [{}, {}] });
    expect((await join()).problem).toMatchObject({ code: "household_empty" });
    await undo(joined.operationId);
    expect((await shown(otherId)).present).toHaveLength(2);
    expect((await shown()).present).toHaveLength(3);
    const itself = await csm().call(households.join, {
      params: { householdId },
      body: { otherId: householdId, on: LATER },
    });
    expect(itself.problem).toMatchObject({ code: "same_household" });
  });
});
