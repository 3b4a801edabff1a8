import { beforeAll, describe, expect, test } from "vitest";
import { accounts } from "@tongzhou/contract/accounts";
import { audit } from "@tongzhou/contract/audit";
import { contacts } from "@tongzhou/contract/contacts";
import "../notifications/index.ts";
import "../views/index.ts";
import { openAuditWorld } from "./audit-world.fixture.ts";
import type { AuditWorld } from "./audit-world.fixture.ts";

let world: AuditWorld;

beforeAll(async () => {
  world = await openAuditWorld();
});

const undoing = (operationId: string | undefined) => ({ params: { operationId: operationId ?? "" } });

/** An account that belongs to somebody. */
async function account(ownerId: string, name: string): Promise<{ id: string; operationId: string | undefined }> {
  const made = await world.http.as(ownerId).call(accounts.create, { body: { name } });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const id = made.body.id ?? made.body.accountId;
  await world.set("account", id, "owner_id", ownerId, ownerId);
  return { id, operationId: made.operationId };
}

const note = (who: string, accountId: string, from: string | null, to: string) =>
  world.http.as(who).call(accounts.edit, { params: { accountId }, body: { note: { from, to } } });

describe("undo", () => {
  test("takes back what one did, says what it did, and is taken back itself: redo", async () => {
    const { 吴桐 } = world.cast;
    const { id } = await account(吴桐, "鼎新石化");
    const edited = await note(吴桐, id, null, "年底招标");
    const preview = await world.http.as(吴桐).call(audit.previewUndo, undoing(edited.operationId));
    expect(preview.body).toMatchObject({ goesBack: 1, stays: 0, mayUndo: true, kind: "account.edit" });
    const undone = await world.http.as(吴桐).call(audit.undo, undoing(edited.operationId));
    expect(undone.body).toMatchObject({ goesBack: 1, tables: [{ table: "account", restored: 1 }] });
    expect(await world.column("account", id, "note")).toBeNull();
    const twice = await world.http.as(吴桐).call(audit.undo, undoing(edited.operationId));
    expect(twice.problem).toMatchObject({ status: 409, code: "undone_already" });
    const redone = await world.http.as(吴桐).call(audit.undo, undoing(undone.operationId));
    expect(redone.status).toBe(200);
    expect(await world.column("account", id, "note")).toBe("年底招标");
  });

  test("leaves what somebody wrote since, and says who and what", async () => {
    const { 吴桐 } = world.cast;
    const { id } = await account(吴桐, "汉唐重工");
    const first = await note(吴桐, id, null, "要样机");
    await note(吴桐, id, "要样机", "要两台样机");
    const undone = await world.http.as(吴桐).call(audit.undo, undoing(first.operationId));
    expect(undone.body).toMatchObject({ goesBack: 0, stays: 1, stayingOutside: 0 });
    expect(undone.body.staying).toMatchObject([
      {
        record: { object: "account", id, title: "汉唐重工" },
        column: "note",
        reason: "changed",
        before: { value: null },
        written: { value: "要样机" },
        now: { value: "要两台样机" },
        changedBy: { kind: "account.edit", actor: { kind: "person", name: "吴桐" } },
      },
    ]);
  });

  test("of what somebody else did needs the grant, and strangers do not learn that it was done", async () => {
    const { 吴桐, 陈浩, 王倩, 赵磊 } = world.cast;
    const { id } = await account(陈浩, "海岳精工");
    const { operationId } = await note(陈浩, id, null, "等预算");
    for (const stranger of [王倩, world.cast.林晓]) {
      expect((await world.http.as(stranger).call(audit.undo, undoing(operationId))).status).toBe(404);
      expect((await world.http.as(stranger).call(audit.previewUndo, undoing(operationId))).status).toBe(404);
    }
    const manager = await world.http.as(赵磊).call(audit.undo, undoing(operationId));
    expect(manager.problem).toMatchObject({ status: 403, code: "undo_own_only" });
    expect((await world.http.as(赵磊).call(audit.previewUndo, undoing(operationId))).body).toMatchObject({
      mayUndo: false,
    });
    expect(await world.column("account", id, "note")).toBe("等预算");
    expect((await world.http.as(吴桐).call(audit.undo, undoing(operationId))).status).toBe(200);
    expect(await world.column("account", id, "note")).toBeNull();
  });

  test("of one's own is refused when the record is somebody else's by now", async () => {
    const { 吴桐, 陈浩, 王倩 } = world.cast;
    const { id } = await account(陈浩, "锐禾机器");
    const edited = await note(陈浩, id, null, "等预算");
    await world.set("account", id, "owner_id", 王倩, 吴桐);
    const refused = await world.http.as(陈浩).call(audit.undo, undoing(edited.operationId));
    expect(refused.problem).toMatchObject({ status: 403, code: "undo_no_right" });
    expect(await world.column("account", id, "note")).toBe("等预算");
  });

  test("of giving a record away brings it back to who gave it", async () => {
    const { 陈浩, 王倩 } = world.cast;
    const { id } = await account(陈浩, "国辰电力");
    const given = await world.set("account", id, "owner_id", 王倩, 陈浩);
    expect((await world.http.as(陈浩).call(audit.undo, undoing(given))).status).toBe(200);
    expect(await world.column("account", id, "owner_id")).toBe(陈浩);
  });

  test("shows masked values masked, and says nothing of records outside the viewer's rights", async () => {
    const { 吴桐 } = world.cast;
    const made = await world.http.as(吴桐).call(contacts.create, {
      body: { name: "范晓东", identifiers: [{ kind: "phone", value: "13811112222" }] },
    });
    const { rows } = await world.database.pool.query<{ id: string }>(
      "select id from identifier where contact_id = $1",
      [made.body.contactId],
    );
    const identifierId = rows[0]?.id ?? "";
    const first = await world.set("identifier", identifierId, "raw", "138 1111 2222", 吴桐);
    await world.set("identifier", identifierId, "raw", "138-1111-2222", 吴桐);
    const preview = await world.http.as(吴桐).call(audit.previewUndo, undoing(first));
    expect(preview.body.staying).toMatchObject([
      { record: { object: "contact", title: "范晓东" }, column: "raw", now: { masked: true } },
    ]);
    expect(JSON.stringify(preview.body)).not.toContain("1111");
  });

  test("says why a kind cannot be undone", async () => {
    const { 吴桐 } = world.cast;
    const made = await world.http.as(吴桐).call(contacts.create, {
      body: { name: "苗圃", identifiers: [{ kind: "phone", value: "13811113333" }] },
    });
    const shown = await world.http.as(吴桐).call(contacts.show, { params: { contactId: made.body.contactId } });
    const revealed = await world.http.as(吴桐).call(contacts.reveal, {
      params: { contactId: made.body.contactId, identifierId: shown.body.identifiers[0].id },
    });
    const refused = await world.http.as(吴桐).call(audit.undo, undoing(revealed.operationId));
    expect(refused.problem).toMatchObject({ status: 422, title: "看过的联系方式收不回来" });
  });

  test("of what a migration wrote is refused", async () => {
    const { rows } = await world.database.pool.query<{ id: string }>(
      "select id from operation where kind = 'migration' limit 1",
    );
    const refused = await world.http.as(world.cast.吴桐).call(audit.undo, undoing(rows[0]?.id));
    expect(refused.problem).toMatchObject({ status: 422, code: "undo.migration" });
  });

  test("lists by name what has left the house: notices, and masks that somebody looked behind", async () => {
    const { 吴桐, 陈浩 } = world.cast;
    const made = await world.http.as(吴桐).call(contacts.create, {
      body: { name: "何雯", identifiers: [{ kind: "phone", value: "13811114444" }] },
    });
    const { contactId } = made.body;
    const shown = await world.http.as(吴桐).call(contacts.show, { params: { contactId } });
    const identifierId = shown.body.identifiers[0].id;
    expect((await world.http.as(吴桐).call(contacts.reveal, { params: { contactId, identifierId } })).status).toBe(200);
    await world.database.pool.query(
      "insert into notification (id, person_id, operation_id, kind, at) values ($1, $2, $3, 'lead.assigned', now())",
      [world.database.house.newId(), 陈浩, made.operationId],
    );
    const preview = await world.http.as(吴桐).call(audit.previewUndo, undoing(made.operationId));
    expect(
      preview.body.leftTheHouse.toSorted((a: { what: string }, b: { what: string }) => (a.what < b.what ? -1 : 1)),
    ).toEqual([
      { what: "notifications", count: 1 },
      { what: "reveals", count: 1 },
    ]);
    expect((await world.http.as(吴桐).call(audit.undo, undoing(made.operationId))).body.leftTheHouse).toHaveLength(2);
  });

  test("of one's own saved view needs no grant", async () => {
    const { 陈浩, 王倩 } = world.cast;
    const id = world.database.house.newId();
    await world.write(陈浩, [
      [
        "insert into saved_view (id, object, name, owner_id, filters) values ($1, 'lead', '本周要打的', $2, '{}')",
        [id, 陈浩],
      ],
    ]);
    const removed = await world.write(陈浩, [["delete from saved_view where id = $1", [id]]]);
    expect((await world.http.as(王倩).call(audit.undo, undoing(removed))).status).toBe(404);
    expect((await world.http.as(陈浩).call(audit.undo, undoing(removed))).status).toBe(200);
    expect(await world.column("saved_view", id, "name")).toBe("本周要打的");
    const renamed = await world.set("saved_view", id, "name", "本周", 陈浩);
    expect((await world.http.as(陈浩).call(audit.undo, undoing(renamed))).status).toBe(200);
  });

  test("of work that is still running stops it first, for who began it and for nobody else", async () => {
    const { 林晓, 陈浩 } = world.cast;
    const operationId = await world.write(林晓, []);
    await world.database.pool.query(
      `insert into long_operation (id, kind, state, request, position, queued_at)
       values ($1, 'test.work', 'queued', '{}', '{}', now())`,
      [operationId],
    );
    expect((await world.http.as(陈浩).call(audit.undo, undoing(operationId))).status).toBe(404);
    expect(await world.column("long_operation", operationId, "state")).toBe("queued");
    expect((await world.http.as(林晓).call(audit.undo, undoing(operationId))).status).toBe(200);
    expect(await world.column("long_operation", operationId, "state")).toBe("stopping");
  });
});
