import { beforeAll, describe, expect, test } from "vitest";
import { accounts } from "@tongzhou/contract/accounts";
import { groups } from "@tongzhou/contract/groups";
import type { GroupFigures, GroupRow } from "@tongzhou/contract/groups";
import { leads } from "@tongzhou/contract/leads";
import { contacts } from "@tongzhou/contract/contacts";
import { opportunities } from "@tongzhou/contract/opportunities";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { leadParts } from "../../lead-parts.ts";
import { opportunityParts } from "../../opportunity-parts.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { accountsMessages, accountsRoutes } from "../accounts/index.ts";
import { contactsRoutes } from "../contacts/index.ts";
import { leadsRoutes } from "../leads/index.ts";
import { opportunitiesRoutes } from "../opportunities/index.ts";
import { groupsRoutes } from "./index.ts";

const IN_A_TEST = operationKind("test.groups");

let { database, http, cast } = {} as TestWorld;
/** 鼎新石化集团 with 化纤, 储运 (with 北仑库 below it) and 舟山 beneath. */
let ids: Record<"group" | "fibre" | "storage" | "depot" | "zhoushan", string>;

const write = (work: (query: (text: string, values: unknown[]) => Promise<unknown>) => Promise<void>) =>
  operate(database.house, { actor: { kind: "system" }, kind: IN_A_TEST, source: "job" }, ({ client }) =>
    work((text, values) => client.query(text, values)),
  );

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(
    (served) => {
      accountsRoutes(served);
      contactsRoutes(served);
      leadsRoutes(served, leadParts);
      opportunitiesRoutes(served, opportunityParts);
      groupsRoutes(served);
    },
    [accountsMessages],
  ));
  const { newId } = database.house;
  ids = { group: newId(), fibre: newId(), storage: newId(), depot: newId(), zhoushan: newId() };
  const { rows } = await database.pool.query<{ id: string }>("select id from opportunity_type limit 1");
  const typeId = rows[0]?.id;
  await write(async (query) => {
    const company = (id: string, name: string, above: string | null, owner: string | null) =>
      query(
        "insert into account (id, kind, name, name_sort, parent_id, owner_id) values ($1, 'company', $2, $2, $3, $4)",
        [id, name, above, owner],
      );
    await company(ids.group, "鼎新石化集团有限公司", null, cast.陈浩);
    await company(ids.fibre, "鼎新化纤有限公司", ids.group, null);
    await company(ids.storage, "鼎新储运有限公司", ids.group, null);
    await company(ids.depot, "鼎新储运有限公司北仑分公司", ids.storage, null);
    await company(ids.zhoushan, "鼎新石化（舟山）分公司", ids.group, cast.王倩);
    const person = async (...companies: string[]): Promise<string> => {
      const id = newId();
      await query("insert into contact (id, name) values ($1, '某人')", [id]);
      for (const companyId of companies)
        await query(
          `insert into membership (id, contact_id, home_contact_id, account_id, home_account_id, since)
           values ($1, $2, $2, $3, $3, '2025-01-01')`,
          [newId(), id, companyId],
        );
      return id;
    };
    const chief = await person(ids.group);
    // In two companies of the group, and still one.
    const both = await person(ids.fibre, ids.storage);
    await person(ids.depot);
    const far = await person(ids.zhoushan);
    const lead = (contactId: string, accountId: string, owner: string, stage: "sql" | "disqualified") =>
      query(
        `insert into lead (id, contact_id, home_contact_id, account_id, stage, owner_id, pool_id, pool_kind, reason, captured_at)
         values ($1, $2, $2, $3, $4, $5, (select id from pool where kind = $6), $6, $7, '2025-01-01')`,
        [
          newId(),
          contactId,
          accountId,
          stage,
          stage === "sql" ? owner : null,
          stage === "sql" ? null : "invalid",
          stage === "sql" ? null : "invalid",
        ],
      );
    await lead(chief, ids.group, cast.陈浩, "sql");
    await lead(both, ids.storage, cast.陈浩, "sql");
    await lead(far, ids.zhoushan, cast.王倩, "sql");
    await lead(chief, ids.depot, cast.陈浩, "disqualified");
    const deal = (accountId: string, owner: string, amount: number, currency: string, outcome: "won" | "lost" | null) =>
      query(
        `insert into opportunity (id, name, name_sort, type_id, account_id, owner_id, opened_at, amount, currency, outcome, closed_at, lose_reason)
         values ($1, 'x', 'x', $2, $3, $4, '2025-01-01', $5, $6, $7, $8, $9)`,
        [
          newId(),
          typeId,
          accountId,
          owner,
          amount,
          currency,
          outcome,
          outcome === null ? null : "2025-02-01",
          outcome === "lost" ? "price" : null,
        ],
      );
    await deal(ids.fibre, cast.陈浩, 54_000_000, "CNY", null);
    await deal(ids.storage, cast.陈浩, 118_000_000, "CNY", null);
    await deal(ids.depot, cast.陈浩, 1_000_000, "USD", null);
    await deal(ids.zhoushan, cast.王倩, 88_000_000, "CNY", null);
    await deal(ids.zhoushan, cast.王倩, 142_000_000, "CNY", "won");
    await deal(ids.fibre, cast.陈浩, 9_000_000, "CNY", "lost");
    await query(
      "insert into activity (id, kind, effective, text, at, person_id, account_id) values ($1, 'note', false, '问过了', '2025-03-01T02:00:00Z', $2, $3)",
      [newId(), cast.陈浩, ids.depot],
    );
  });
});

const figures = async (accountId: string, scope: "one" | "whole", who = cast.吴桐): Promise<GroupFigures> =>
  (await http.as(who).call(groups.figures, { params: { accountId }, query: { scope } })).body as GroupFigures;
const children = async (accountId: string, who = cast.吴桐, query: object = {}) =>
  (await http.as(who).call(groups.children, { params: { accountId }, query })).body as {
    rows: GroupRow[];
    nextCursor?: string;
  };

describe("a group adds up", () => {
  test("everything below a company once, by currency, and one company alone", async () => {
    expect(await figures(ids.group, "whole")).toEqual({
      companies: { count: 5, outside: 0 },
      contacts: { count: 4, outside: 0 },
      leads: { count: 3, outside: 0 },
      running: {
        count: 4,
        outside: 0,
        amounts: [
          { currency: "CNY", amount: 260_000_000 },
          { currency: "USD", amount: 1_000_000 },
        ],
      },
      won: { count: 1, outside: 0, amounts: [{ currency: "CNY", amount: 142_000_000 }] },
      lastAt: "2025-03-01T02:00:00.000Z",
    });
    expect(await figures(ids.storage, "whole")).toMatchObject({
      companies: { count: 2 },
      contacts: { count: 2 },
      leads: { count: 1 },
      running: { count: 2 },
    });
    expect(await figures(ids.group, "one")).toMatchObject({
      companies: { count: 1 },
      contacts: { count: 1 },
      leads: { count: 1 },
      running: { count: 0, amounts: [] },
      lastAt: null,
    });
  });

  test("what the viewer may open, and says how many there are besides", async () => {
    expect(await figures(ids.group, "whole", cast.陈浩)).toMatchObject({
      companies: { count: 4, outside: 1 },
      contacts: { count: 3, outside: 1 },
      leads: { count: 2, outside: 1 },
      running: { count: 3, outside: 1 },
      won: { count: 0, outside: 1, amounts: [] },
    });
  });

  test("to the number of rows that each figure opens", async () => {
    const filter = (...rules: object[]) => ({ filter: JSON.stringify({ combinator: "and", rules }) });
    for (const who of [cast.吴桐, cast.陈浩, cast.王倩, cast.赵磊]) {
      for (const accountId of [ids.group, ids.storage, ids.zhoushan]) {
        const shown = await http.as(who).call(groups.figures, { params: { accountId }, query: { scope: "whole" } });
        if (shown.status === 404) continue;
        const sum = shown.body as GroupFigures;
        const within = (field: string) => ({ field, operator: "has_any", value: [accountId] });
        const count = async (endpoint: (typeof leads)["count"], ...rules: object[]): Promise<number> =>
          (await http.as(who).call(endpoint, { query: filter(...rules) })).body.count as number;
        expect(await count(accounts.count as never, within("account.group"))).toBe(sum.companies.count);
        expect(await count(contacts.count as never, within("contact.group"))).toBe(sum.contacts.count);
        const open = { field: "lead.stage", operator: "none_of", value: ["converted", "disqualified"] };
        expect(await count(leads.count, within("account.group"), open)).toBe(sum.leads.count);
        const running = { field: "opportunity.outcome", operator: "empty" };
        expect(await count(opportunities.count as never, within("opportunity.group"), running)).toBe(sum.running.count);
      }
    }
  });
});

describe("a tree is shown", () => {
  test("from its top, with the way to the company, level by level", async () => {
    const { body } = await http.as(cast.吴桐).call(groups.tree, { params: { accountId: ids.depot } });
    expect(body).toMatchObject({
      top: { id: ids.group, name: "鼎新石化集团有限公司", place: "group", children: 3, contacts: 1, leads: 1 },
      path: [ids.group, ids.storage, ids.depot],
      companies: { count: 5, outside: 0 },
    });
    const { rows } = await children(ids.group);
    expect(rows.map(({ name, place, children: below }) => [name, place, below])).toEqual([
      ["鼎新储运有限公司", "subsidiary", 1],
      ["鼎新化纤有限公司", "subsidiary", 0],
      ["鼎新石化（舟山）分公司", "branch", 0],
    ]);
    const storage = rows.find(({ id }) => id === ids.storage);
    expect(storage?.owner).toEqual({ id: cast.陈浩, name: "陈浩", inherited: true });
    expect(rows.find(({ id }) => id === ids.zhoushan)?.owner).toMatchObject({ name: "王倩", inherited: false });
    expect(storage?.running).toEqual({ count: 1, amounts: [{ currency: "CNY", amount: 118_000_000 }] });
  });

  test("page by page", async () => {
    const first = await children(ids.group, cast.吴桐, { limit: 2 });
    const rest = await children(ids.group, cast.吴桐, { limit: 2, cursor: first.nextCursor });
    expect([...first.rows, ...rest.rows].map(({ id }) => id)).toEqual(
      (await children(ids.group)).rows.map(({ id }) => id),
    );
    expect(rest.nextCursor).toBeUndefined();
  });

  test("without the companies out of reach, but with the way through them", async () => {
    const { body } = await http.as(cast.王倩).call(groups.tree, { params: { accountId: ids.zhoushan } });
    expect(body).toMatchObject({
      top: { id: ids.group, name: null, owner: null, contacts: 0, children: 1, mayMove: false },
      companies: { count: 1, outside: 4 },
    });
    expect((await children(ids.group, cast.王倩)).rows.map(({ id }) => id)).toEqual([ids.zhoushan]);
    expect((await children(ids.group, cast.陈浩)).rows.map(({ id }) => id)).not.toContain(ids.zhoushan);
  });

  test("to nobody who may not see any of it", async () => {
    for (const who of [cast.王倩]) {
      const params = { accountId: ids.storage };
      expect((await http.as(who).call(groups.tree, { params })).status).toBe(404);
      expect((await http.as(who).call(groups.figures, { params })).status).toBe(404);
      expect((await http.as(who).call(groups.children, { params })).status).toBe(404);
    }
  });
});
