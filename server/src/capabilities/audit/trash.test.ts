import { beforeAll, describe, expect, test } from "vitest";
import { accounts } from "@tongzhou/contract/accounts";
import { audit } from "@tongzhou/contract/audit";
import type { TrashRow } from "@tongzhou/contract/audit";
import { openAuditWorld } from "./audit-world.fixture.ts";
import type { AuditWorld } from "./audit-world.fixture.ts";

let world: AuditWorld;

beforeAll(async () => {
  world = await openAuditWorld();
});

async function erasedAccounts(
  names: readonly string[],
  personId: string,
): Promise<{ ids: string[]; operationId: string }> {
  const ids: string[] = [];
  for (const name of names) {
    const made = await world.http.as(world.cast.吴桐).call(accounts.create, { body: { name } });
    ids.push(made.body.id ?? made.body.accountId);
  }
  const operationId = await world.write(personId, [
    ["delete from account_identifier where account_id = any ($1)", [ids]],
    ["delete from account where id = any ($1)", [ids]],
  ]);
  return { ids, operationId };
}

const trash = async (who: string, object = "account"): Promise<TrashRow[]> =>
  (await world.http.as(who).call(audit.trash, { query: { object } })).body.rows;

const restore = (who: string, operationId: string, recordIds: string[]) =>
  world.http.as(who).call(audit.restore, { params: { operationId }, body: { object: "account", recordIds } });

describe("trash", () => {
  test("has deleted records by name, and one of them comes back with its parts while the others stay", async () => {
    const { 吴桐 } = world.cast;
    const { ids, operationId } = await erasedAccounts(["南测仪表", "天泽水务", "恒力铸造"], 吴桐);
    const listed = await trash(吴桐);
    expect(listed.map(({ record }) => record.title).toSorted()).toEqual(
      ["南测仪表", "天泽水务", "恒力铸造"].toSorted(),
    );
    expect(listed[0]).toMatchObject({
      operationId,
      together: 3,
      actor: { name: "吴桐" },
      record: { object: "account" },
    });

    const restored = await restore(吴桐, operationId, [ids[1] ?? ""]);
    expect(restored.status).toBe(200);
    expect(await world.column("account", ids[1] ?? "", "name")).toBe("天泽水务");
    const parts = await world.database.pool.query("select from account_identifier where account_id = $1", [ids[1]]);
    expect(parts.rowCount).toBeGreaterThan(0);
    expect((await trash(吴桐)).map(({ record }) => record.id).toSorted()).toEqual([ids[0], ids[2]].toSorted());

    // What was brought back can be taken back, and the whole deletion be undone after all.
    await world.http.as(吴桐).call(audit.undo, { params: { operationId: restored.operationId ?? "" } });
    expect(await world.column("account", ids[1] ?? "", "name")).toBeUndefined();
    expect((await world.http.as(吴桐).call(audit.undo, { params: { operationId } })).status).toBe(200);
    expect(await trash(吴桐)).toEqual([]);
  });

  test("shows who deleted something what they deleted, and to others nothing of it", async () => {
    const { 陈浩, 王倩, 吴桐 } = world.cast;
    const { ids, operationId } = await erasedAccounts(["云帆测试"], 陈浩);
    expect((await trash(陈浩)).map(({ record }) => record.id)).toEqual(ids);
    expect(await trash(王倩)).toEqual([]);
    expect((await restore(王倩, operationId, ids)).status).toBe(404);
    expect((await restore(吴桐, operationId, [world.database.house.newId()])).status).toBe(404);
    expect((await restore(陈浩, operationId, ids)).status).toBe(200);
  });

  test("is one list of all kinds of records, or of what somebody deleted themselves, page by page", async () => {
    const { 陈浩, 吴桐 } = world.cast;
    const read = async (who: string, query: object) => (await world.http.as(who).call(audit.trash, { query })).body;
    const before = (await read(吴桐, {})).rows.length;
    const { ids } = await erasedAccounts(["启明机电", "远景装备"], 吴桐);
    await erasedAccounts(["宁川化工"], 陈浩);
    const contactId = world.database.house.newId();
    await world.write(吴桐, [["insert into contact (id, name) values ($1, '周启明')", [contactId]]]);
    await world.write(吴桐, [["delete from contact where id = $1", [contactId]]]);

    const all = await read(吴桐, {});
    expect(all.rows).toHaveLength(before + 4);
    expect(all.rows[0]).toMatchObject({ record: { object: "contact", title: "周启明" }, mayRestore: true });
    const first = await read(吴桐, { limit: "3" });
    const rest = await read(吴桐, { limit: "100", cursor: first.nextCursor });
    expect([...first.rows, ...rest.rows]).toEqual(all.rows);
    const mine = (await read(吴桐, { mine: "true", object: "account" })).rows as TrashRow[];
    expect(mine.map(({ record }) => record.id).toSorted()).toEqual(ids.toSorted());
    const theirs = (await read(陈浩, {})).rows as TrashRow[];
    expect(theirs.map(({ record, mayRestore }) => [record.title, mayRestore])).toEqual([["宁川化工", true]]);
  });

  test("there is none of tables that are no records", async () => {
    const answer = await world.http.as(world.cast.吴桐).call(audit.trash, { query: { object: "account_identifier" } });
    expect(answer.status).toBe(404);
  });
});
