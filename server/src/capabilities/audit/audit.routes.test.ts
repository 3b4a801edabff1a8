import { beforeAll, describe, expect, test } from "vitest";
import { accounts } from "@tongzhou/contract/accounts";
import { audit } from "@tongzhou/contract/audit";
import type { AuditChange, AuditOperation } from "@tongzhou/contract/audit";
import { contacts } from "@tongzhou/contract/contacts";
import { openAuditWorld } from "./audit-world.fixture.ts";
import type { AuditWorld } from "./audit-world.fixture.ts";

let world: AuditWorld;
let contactId: string;
let identifierId: string;

beforeAll(async () => {
  world = await openAuditWorld();
  const admin = world.http.as(world.cast.吴桐);
  const made = await admin.call(contacts.create, {
    body: { name: "韩雪", title: "采购", identifiers: [{ kind: "phone", value: "13811110001" }] },
  });
  contactId = made.body.contactId;
  const { rows } = await world.database.pool.query<{ id: string }>("select id from identifier where contact_id = $1", [
    contactId,
  ]);
  identifierId = rows[0]?.id ?? "";
  await admin.call(contacts.edit, { params: { contactId }, body: { note: { from: null, to: "预算 120 万" } } });
  await admin.call(contacts.edit, { params: { contactId }, body: { title: { from: "采购", to: "采购部经理" } } });
});

const listed = async (who: string, query: object = {}): Promise<AuditOperation[]> => {
  const answer = await world.http.as(who).call(audit.list, { query });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  return answer.body.rows;
};

describe("what was done", () => {
  test("is listed, the latest first, page by page, each once", async () => {
    const all = await listed(world.cast.吴桐, { limit: 200 });
    expect(all.length).toBeGreaterThan(3);
    expect(all.map(({ at }) => at)).toEqual(
      all
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const paged: string[] = [];
    for (let cursor: string | undefined, first = true; first || cursor !== undefined; first = false) {
      const page = await world.http.as(world.cast.吴桐).call(audit.list, { query: { limit: 2, cursor } });
      paged.push(...page.body.rows.map(({ id }: AuditOperation) => id));
      cursor = page.body.nextCursor;
    }
    expect(paged).toEqual(all.map(({ id }) => id));
  });

  test("is filtered by kind, object, person, words and time", async () => {
    const { 吴桐, 陈浩 } = world.cast;
    const edits = await listed(吴桐, { kind: "contact.edit" });
    expect(edits).toHaveLength(2);
    expect(edits[0]).toMatchObject({ actor: { name: "吴桐" }, undo: "possible", followed: 0 });
    expect((await listed(吴桐, { object: "contact" })).map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(["contact.create", "contact.edit"]),
    );
    expect(await listed(吴桐, { actorId: 陈浩 })).toEqual([]);
    expect(await listed(吴桐, { text: "吴桐", kind: "contact.edit" })).toHaveLength(2);
    expect(await listed(吴桐, { text: "没有这个人" })).toEqual([]);
    expect(await listed(吴桐, { until: "2001-01-01T00:00:00.000Z" })).toEqual([]);
  });

  test("by others is listed as far as the grant reaches, one's own always", async () => {
    const { 陈浩, 王倩, 赵磊, 林晓 } = world.cast;
    await world.http.as(陈浩).call(accounts.create, { body: { name: "瑞合机电" } });
    const kinds = async (who: string) => (await listed(who)).map(({ kind }) => kind);
    expect(await kinds(陈浩)).toEqual(["account.create"]);
    expect(await kinds(赵磊)).toEqual(["account.create"]);
    expect(await kinds(王倩)).toEqual([]);
    expect(await kinds(林晓)).toEqual([]);
    const [one] = await listed(赵磊);
    expect((await world.http.as(赵磊).call(audit.show, { params: { operationId: one?.id ?? "" } })).status).toBe(200);
    expect((await world.http.as(王倩).call(audit.show, { params: { operationId: one?.id ?? "" } })).status).toBe(404);
  });

  test("folds in its batches and what rules did because of it, and says whether it is undone", async () => {
    const { 吴桐 } = world.cast;
    const operationId = await world.set("contact", contactId, "language", "zh", 吴桐);
    await world.follow(operationId, [["update contact set language = 'en' where id = $1", [contactId]]]);
    const mine = (await listed(吴桐)).find(({ id }) => id === operationId);
    expect(mine).toMatchObject({ followed: 1, undo: "possible" });
    expect(await listed(吴桐, { bySystem: true })).toEqual([]);
    await world.http.as(吴桐).call(audit.undo, { params: { operationId } });
    const undone = (await listed(吴桐)).find(({ id }) => id === operationId);
    expect(undone).toMatchObject({ undo: "undone", undoneBy: { actor: { name: "吴桐" } } });
    const [undo] = await listed(吴桐, { kind: "undo" });
    expect(undo).toMatchObject({ undoes: { id: operationId }, undo: "possible" });
  });

  test("shows its rows by table, with values before and after", async () => {
    const [made] = await listed(world.cast.吴桐, { kind: "contact.create" });
    const params = { operationId: made?.id ?? "" };
    const shown = await world.http.as(world.cast.吴桐).call(audit.show, { params });
    expect(shown.body.tables).toEqual(
      expect.arrayContaining([
        { table: "contact", created: 1, changed: 0, removed: 0 },
        { table: "identifier", created: 2, changed: 0, removed: 0 },
      ]),
    );
    const rows = await world.http.as(world.cast.吴桐).call(audit.changes, { params, query: { table: "contact" } });
    const [created] = rows.body.rows as AuditChange[];
    expect(created).toMatchObject({ act: "created", record: { object: "contact", id: contactId, title: "韩雪" } });
    expect(created?.columns).toContainEqual({
      column: "title",
      before: null,
      after: { value: "采购", label: null, masked: false },
    });
  });
});

describe("the history of a record", () => {
  const history = async (who: string) =>
    world.http.as(who).call(audit.history, { params: { object: "contact", recordId: contactId } });

  test("has everything of the record and its parts, masked and hidden as the record is", async () => {
    await world.set("identifier", identifierId, "raw", "138 1111 0001", world.cast.吴桐);
    const { body } = await history(world.cast.林晓);
    const changes = body.rows as AuditChange[];
    expect(changes.map(({ table, act }) => `${table} ${act}`)).toEqual(
      expect.arrayContaining(["contact created", "identifier created", "contact changed", "identifier changed"]),
    );
    const edited = changes.find(({ columns }) => columns.some(({ column, before }) => column === "title" && before));
    expect(edited?.columns).toMatchObject([{ before: { value: "采购" }, after: { value: "采购部经理" } }]);
    expect(JSON.stringify(body)).not.toContain("13811110001");
    expect(JSON.stringify(body)).not.toContain("138 1111 0001");
  });

  test("keeps rows that were deleted since", async () => {
    const { 吴桐 } = world.cast;
    const aliasId = world.database.house.newId();
    await world.write(吴桐, [
      [
        "insert into contact_alias (id, contact_id, home_contact_id, name) values ($1, $2, $2, '韩小姐')",
        [aliasId, contactId],
      ],
    ]);
    await world.write(吴桐, [["delete from contact_alias where id = $1", [aliasId]]]);
    const { body } = await history(吴桐);
    const removed = (body.rows as AuditChange[]).find(({ rowId, act }) => rowId === aliasId && act === "removed");
    expect(removed?.columns).toContainEqual({
      column: "name",
      before: { value: "韩小姐", label: null, masked: false },
      after: null,
    });
  });

  test("of a field that is hidden from somebody has no line of it", async () => {
    await world.hide("csm", "contact", "job", "contact.read");
    const { body, status } = await history(world.cast.孙悦);
    expect(status).toBe(200);
    const columns = (body.rows as AuditChange[]).flatMap((change) => change.columns.map(({ column }) => column));
    expect(columns).toContain("note");
    expect(columns).not.toContain("title");
  });

  test("is not there for who may not read the record, nor for tables that are no records", async () => {
    expect((await history(world.cast.陈浩)).status).toBe(404);
    for (const object of ["identifier", "operation", "pg_class"]) {
      const answer = await world.http
        .as(world.cast.吴桐)
        .call(audit.history, { params: { object, recordId: contactId } });
      expect(answer.status).toBe(404);
    }
  });
});
