import { beforeAll, describe, expect, test } from "vitest";
import { accounts } from "@tongzhou/contract/accounts";
import { bulk } from "@tongzhou/contract/bulk";
import { campaigns } from "@tongzhou/contract/campaigns";
import { contacts } from "@tongzhou/contract/contacts";
import { fields } from "@tongzhou/contract/fields";
import { openBulkWorld } from "./bulk-world.fixture.ts";
import type { BulkWorld } from "./bulk-world.fixture.ts";
import { accountRemoval } from "./capabilities/accounts/index.ts";
import { campaignRemoval } from "./capabilities/campaigns/index.ts";
import { contactRemoval } from "./capabilities/contacts/index.ts";
import { prepareTouchMonths, recordTouches } from "./capabilities/touches/index.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";

const IN_A_TEST = operationKind("test.removal");

let world: BulkWorld;
let phones = 13_400_000_000;

beforeAll(async () => {
  world = await openBulkWorld();
});

const as = (who: string) => world.http.as(who);
type Object = "contact" | "account" | "campaign" | "lead";
const remove = (who: string, object: Object, ids: string[]) =>
  as(who).call(bulk.remove, { params: { object }, body: { choice: { ids } } });
const preview = (who: string, object: Object, ids: string[]) =>
  as(who).call(bulk.previewRemoval, { params: { object }, body: { choice: { ids } } });

async function contactOf(who: string, name: string, more: object = {}): Promise<string> {
  const identifiers = [{ kind: "phone", value: String(++phones) }];
  return (await as(who).call(contacts.create, { body: { name, identifiers, ...more } })).body.contactId;
}
async function accountOf(who: string, name: string, more: object = {}): Promise<string> {
  return (await as(who).call(accounts.create, { body: { name, ...more } })).body.accountId;
}
const count = async (text: string, values: unknown[]) => (await world.rows(text, values)).length;
/** Somebody did something towards us. */
async function touchedBy(contactId: string): Promise<void> {
  const { house } = world.database;
  const [identifier] = await world.rows("select id from identifier where contact_id = $1 and strong", [contactId]);
  await prepareTouchMonths(house, [house.clock.now()]);
  await operate(house, { actor: { kind: "system" }, kind: IN_A_TEST, source: "job" }, (context) =>
    recordTouches(context, [{ identifierId: String(identifier?.["id"]), at: context.now, kind: "form" }]),
  );
}

describe("contacts", () => {
  test("that nobody worked with go with all that hangs on them, and one undo restores every row exactly", async () => {
    const { cast } = world;
    const field = await as(cast.吴桐).call(fields.create, {
      body: { object: "contact", type: "text", name: "机型" } as never,
    });
    const custom = { [field.body.id]: "四足" };
    const ids = [
      await contactOf(cast.陈浩, "甲", { company: "鼎新石化", title: "厂长", custom }),
      await contactOf(cast.王倩, "乙"),
    ];
    const before = await world.everything();
    expect((await preview(cast.赵磊, "contact", ids)).body).toEqual({ changes: 2, stays: [], inBackground: false });
    const done = await remove(cast.赵磊, "contact", ids);
    expect(done.body).toEqual({ changed: 2, left: 0, longOperationId: null });
    for (const table of ["identifier", "membership", "custom_value"])
      expect(await count(`select from ${table} where contact_id = any($1)`, [ids])).toBe(0);
    expect(await count("select from contact where id = any($1)", [ids])).toBe(0);
    await world.undo(done.operationId, cast.赵磊);
    expect(await world.everything()).toEqual(before);
  });

  test("with whom somebody worked stay, and it says why; so do those one may not delete", async () => {
    const { cast } = world;
    const [free, touched, others] = [
      await contactOf(cast.陈浩, "丙"),
      await contactOf(cast.陈浩, "丁"),
      await contactOf(cast.吴桐, "戊"),
    ];
    await touchedBy(touched);
    const ids = [free, touched, others];
    expect((await preview(cast.赵磊, "contact", ids)).body).toEqual({
      changes: 1,
      stays: [
        { because: "has_touches", count: 1 },
        { because: "not_allowed", count: 1 },
      ],
      inBackground: false,
    });
    expect((await remove(cast.赵磊, "contact", ids)).body).toMatchObject({ changed: 1, left: 2 });
    expect(await count("select from contact where id = any($1)", [ids])).toBe(2);
    // A rep has no grant to delete, not even their own.
    expect((await remove(cast.陈浩, "contact", [touched])).status).toBe(403);
  });
});

test("accounts with people, with companies below, or that were merged stay; empty ones go and come back", async () => {
  const { cast } = world;
  const [empty, above] = [await accountOf(cast.陈浩, "空港物流"), await accountOf(cast.陈浩, "海纳集团")];
  const below = await accountOf(cast.陈浩, "海纳港务", { parentId: above });
  await contactOf(cast.陈浩, "己", { company: "海纳港务" });
  const before = await world.everything();
  expect((await preview(cast.赵磊, "account", [empty, above, below])).body).toEqual({
    changes: 1,
    stays: [
      { because: "has_companies_below", count: 1 },
      { because: "has_people", count: 1 },
    ],
    inBackground: false,
  });
  const done = await remove(cast.赵磊, "account", [empty, above, below]);
  expect(done.body).toMatchObject({ changed: 1, left: 2 });
  await world.undo(done.operationId, cast.赵磊);
  expect(await world.everything()).toEqual(before);
});

test("of campaigns drafts go; leads never do, and it says what to do instead", async () => {
  const { cast } = world;
  const made = await as(cast.林晓).call(campaigns.create, { body: { name: "草稿", type: "webinar" } });
  expect((await remove(cast.林晓, "campaign", [made.body.id])).body).toMatchObject({ changed: 1 });
  const refused = await remove(cast.赵磊, "lead", [made.body.id]);
  expect(refused.problem).toMatchObject({ status: 422, code: "records_never_deleted" });
});

test("everything that refers to a contact, an account, a campaign or an identifier is spoken of", async () => {
  const referring = await world.rows(
    `select c.conrelid::regclass::text as table, a.attname as column, c.confrelid::regclass::text as of
     from pg_constraint as c
     join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'f' and c.conparentid = 0
       and c.confrelid = any('{contact,account,campaign,identifier,account_identifier,membership}'::regclass[])`,
  );
  const spokenOf: Record<string, readonly string[]> = {
    contact: contactRemoval.spokenOf,
    identifier: contactRemoval.spokenOf,
    membership: contactRemoval.spokenOf,
    account: accountRemoval.spokenOf,
    account_identifier: accountRemoval.spokenOf,
    campaign: campaignRemoval.spokenOf,
  };
  const silent = referring
    .filter(({ table, column, of }) => !spokenOf[String(of)]?.includes(`${String(table)}.${String(column)}`))
    .map(({ table, column, of }) => `${String(table)}.${String(column)} → ${String(of)}`);
  expect(referring.length).toBeGreaterThan(20);
  expect(silent).toEqual([]);
});
