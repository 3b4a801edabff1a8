import { beforeAll, describe, expect, test } from "vitest";
import { contacts } from "@tongzhou/contract/contacts";
import { leads } from "@tongzhou/contract/leads";
import { search } from "@tongzhou/contract/search";
import type { SearchHit } from "@tongzhou/contract/search";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import type { Http } from "../../platform/http/http.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { attachAccounts, companyKey, sortCompanyName } from "../accounts/index.ts";
import { leadParts } from "../../lead-parts.ts";
import { attachContacts, contactsRoutes, normaliseIdentifier, sortName } from "../contacts/index.ts";
import { leadsRoutes } from "../leads/index.ts";
import { rebuildEntries, recordsNamed, searchMessages, searchRoutes, searchSubscriptions } from "./index.ts";

const MAKE = operationKind("test.search_world");
const SYSTEM = { kind: "system" } as const;
const PEOPLE: [name: string, phone: string, email: string, company: string][] = [
  ["单雄信", "13800006021", "shan@dxsh.cn", "鼎新石化"],
  ["刘建国", "13900001234", "liujg@dxsh.cn", "鼎新石化"],
  ["刘建", "13900005678", "liuj@jyrd.cn", "嘉源热电"],
  ["Daniel Koh", "13700009999", "koh@straits.sg", "Straits Terminal Pte"],
];

let { database, http, cast } = {} as TestWorld;
let worldId: string;

beforeAll(async () => {
  const register = (served: Http): void => {
    searchRoutes(served);
    contactsRoutes(served, recordsNamed);
    leadsRoutes(served, leadParts);
  };
  ({ database, http, cast } = await openTestWorld(register, [searchMessages]));
  worldId = (await operate(database.house, { actor: SYSTEM, kind: MAKE, source: "job" }, makeWorld)).operationId;
  await deliver();
});

async function makeWorld(context: Parameters<Parameters<typeof operate>[2]>[0]): Promise<void> {
  const accounts = await attachAccounts(
    context,
    PEOPLE.map(([, , , name]) => ({ name, key: companyKey(name), creditCode: null, nameSort: sortCompanyName(name) })),
  );
  const drafts = PEOPLE.map(([name, phone, email], place) => ({
    name,
    nameSort: sortName(name),
    accountId: accounts[place]?.accountId ?? null,
    at: context.now,
    identifiers: [normaliseIdentifier("phone", phone), normaliseIdentifier("email", email)].map((made) => ({
      ...made,
      value: made.value ?? "",
    })),
  }));
  await attachContacts(context, drafts);
}

/** Hands what was announced to the subscribers, as the jobs do. */
async function deliver(): Promise<void> {
  for (const said of database.announced.splice(0)) {
    for (const subscription of searchSubscriptions) {
      if (![subscription.event].flat().includes(said.event)) continue;
      await operate(database.house, { actor: SYSTEM, kind: subscription.kind, source: "job" }, (context) =>
        subscription.handle(context, said),
      );
    }
  }
}

async function titles(text: string, who = cast.吴桐): Promise<(string | null)[]> {
  const { status, body } = await http.as(who).call(search.find, { query: { text } });
  expect(status).toBe(200);
  return body.hits.map((hit: SearchHit) => hit.title);
}

describe("a search", () => {
  test.each([
    ["雄信", ["单雄信"]],
    ["单", ["单雄信"]],
    ["shanxiong", ["单雄信"]],
    ["sxx", ["单雄信"]],
    ["刘建", ["刘建", "刘建国"]],
    ["dxsh", ["鼎新石化"]],
    ["daniel", ["Daniel Koh"]],
    ["138 0000 6021", ["单雄信"]],
    ["liujg@dxsh.cn", ["刘建国"]],
    ["没有这个人", []],
    ["%", []],
  ])("for %s finds %j", async (text, expected) => {
    expect(await titles(text)).toEqual(expected);
  });

  test("shows the company of a person as the second line", async () => {
    const { body } = await http.as(cast.吴桐).call(search.find, { query: { text: "单雄信", objects: "contact" } });
    expect(body.hits).toMatchObject([{ object: "contact", title: "单雄信", subtitle: "鼎新石化" }]);
  });

  test("finds a part of a number only for who may read numbers, a whole one also behind the mask", async () => {
    expect(await titles("6021")).toEqual([]);
    expect(await titles("13800006021", cast.林晓)).toEqual(["单雄信"]);
  });

  test("finds a mailbox by its beginning only for who may read that mailbox, and takes signs of patterns as they are", async () => {
    expect(await titles("shan@d", cast.王倩)).toEqual([]);
    const { operationId } = await operate(database.house, { actor: SYSTEM, kind: MAKE, source: "job" }, (context) =>
      context.client.query(
        `insert into lead (id, contact_id, home_contact_id, stage, owner_id, captured_at)
         select gen_random_uuid(), c.id, c.id, 'sql', $1, now() from contact as c where c.name = '单雄信'`,
        [cast.王倩],
      ),
    );
    expect(await titles("shan@d", cast.王倩)).toContain("单雄信");
    expect(await titles("sh_n@d", cast.王倩)).toEqual([]);
    expect(await titles("shan@d", cast.陈浩)).toEqual([]);
    // Those who see mailboxes masked may search whole ones alone.
    expect(await titles("shan@d", cast.林晓)).toEqual([]);
    await undoOperation(database.house, { operationId, actor: SYSTEM, source: "job" });
  });

  test("finds nothing that the viewer may not read, and nothing for strangers", async () => {
    expect(await titles("雄信", cast.陈浩)).toEqual([]);
    expect((await http.as(null).call(search.find, { query: { text: "雄信" } })).status).toBe(401);
  });

  test("a list is searched as everything is: by characters, pinyin and initials, and one by one by what is too short", async () => {
    const admin = http.as(cast.吴桐);
    const names = async (text: string) => {
      const list = await admin.call(contacts.list, { query: { search: text } });
      const { body: counted } = await admin.call(contacts.count, { query: { search: text } });
      expect(counted).toEqual({ count: list.body.rows.length, exact: true, rough: false });
      return list.body.rows.map(({ name }: { name: string }) => name);
    };
    expect(await names("雄信")).toEqual(["单雄信"]);
    expect(await names("sxx")).toEqual(["单雄信"]);
    expect((await names("liujian")).toSorted()).toEqual(["刘建", "刘建国"].toSorted());
    expect(await names("D")).toEqual(["Daniel Koh"]);
    expect(await names("没有这个人")).toEqual([]);
    expect((await http.as(cast.陈浩).call(contacts.list, { query: { search: "雄信" } })).body.rows).toEqual([]);
  });

  test("a rep finds their own among thousands of that name, by person and by company, in the search and in the list", async () => {
    const { operationId } = await operate(
      database.house,
      { actor: SYSTEM, kind: MAKE, source: "job" },
      async (context) => {
        await context.client.query(
          `insert into contact (id, name, name_sort)
         select gen_random_uuid(), '欧阳伟', 'ouyangwei' from generate_series(1, 2500)`,
        );
        await rebuildEntries(context, "contact");
        await context.client.query(
          `insert into lead (id, contact_id, home_contact_id, account_id, stage, owner_id, captured_at)
         select gen_random_uuid(), c.id, c.id, a.id, 'sql', $1, now()
         from (select record_id as id from search_entry where title = '欧阳伟' order by ctid desc limit 1) as c
         cross join (select id from account where name = '鼎新石化') as a`,
          [cast.陈浩],
        );
      },
    );
    const found = async (who: string, text: string) =>
      (await http.as(who).call(search.find, { query: { text, objects: "lead" } })).body.hits.length;
    const listed = async (who: string, text: string) =>
      (await http.as(who).call(leads.list, { query: { search: text } })).body.rows.length;
    for (const count of [found, listed]) {
      expect(await count(cast.陈浩, "欧阳")).toBe(1);
      expect(await count(cast.王倩, "欧阳")).toBe(0);
    }
    expect(await listed(cast.陈浩, "鼎新")).toBe(1);
    expect(await listed(cast.陈浩, "dxsh")).toBe(1);
    await undoOperation(database.house, { operationId, actor: SYSTEM, source: "job" });
    await operate(database.house, { actor: SYSTEM, kind: MAKE, source: "job" }, (context) =>
      rebuildEntries(context, "contact"),
    );
  });

  test("an entry is what a rebuild makes of it, before and after an undo", async () => {
    const entries = async () =>
      (await database.pool.query("select * from search_entry order by object, record_id")).rows;
    const rebuild = () =>
      operate(database.house, { actor: SYSTEM, kind: MAKE, source: "job" }, (context) =>
        rebuildEntries(context, "contact"),
      );
    const before = await entries();
    expect(before.length).toBe(PEOPLE.length + 3);
    await rebuild();
    expect(await entries()).toEqual(before);
    await undoOperation(database.house, { operationId: worldId, actor: SYSTEM, source: "job" });
    await deliver();
    expect(await entries()).toEqual([]);
  });
});
