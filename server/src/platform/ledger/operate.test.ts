import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import type { Announcement } from "./context.ts";
import { look } from "./look.ts";
import { operate } from "./operate.ts";
import { operationKind } from "./operation-kind.ts";

const SYSTEM = { kind: "system" } as const;
const PAINT = operationKind("boat.paint");

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: "platform" });
  await database.pool.query(`
    create table boat (id uuid primary key, name text, colour text, operation_id uuid not null default current_operation());
    comment on table boat is 'kind: business. A boat of the tests.';
    create table wake (id uuid primary key, boat_id uuid, operation_id uuid not null default current_operation());
    comment on table wake is 'kind: fact. What a boat leaves behind.';
    select ledger.attach_all();`);
});

const paint = <Result>(work: Parameters<typeof operate<Result>>[2], extra = {}) =>
  operate(database.house, { actor: SYSTEM, kind: PAINT, source: "command", ...extra }, work);

async function changesOf(operationId: string) {
  const { rows } = await database.pool.query(
    "select act, before, after from change where operation_id = $1 order by seq",
    [operationId],
  );
  return rows;
}

async function aBoat(name = "飞翔"): Promise<string> {
  const id = database.house.newId();
  await paint(({ client }) => client.query("insert into boat (id, name, colour) values ($1, $2, 'red')", [id, name]));
  return id;
}

test("writing outside an operation is refused, also by COPY and on a row that does not exist", async () => {
  await expect(database.pool.query("insert into boat (id) values (gen_random_uuid())")).rejects.toMatchObject({
    code: "TZ001",
  });
  await expect(database.pool.query("update boat set name = 'x' where false")).rejects.toMatchObject({ code: "TZ001" });
  await expect(database.pool.query("delete from boat where false")).rejects.toMatchObject({ code: "TZ001" });
});

test("a finished operation leaves no open operation behind on the connection", async () => {
  await aBoat();
  for (let again = 0; again < 20; again++) {
    await expect(database.pool.query("insert into boat (id) values (gen_random_uuid())")).rejects.toMatchObject({
      code: "TZ001",
    });
  }
});

test("an insert writes no image, an update the changed columns, a delete the whole row", async () => {
  const id = await aBoat();
  const painted = await paint(({ client }) =>
    client.query("update boat set name = name, colour = 'blue' where id = $1", [id]),
  );
  const sunk = await paint(({ client }) => client.query("delete from boat where id = $1", [id]));
  expect(await changesOf(painted.operationId)).toEqual([
    { act: "u", before: { colour: "red" }, after: { colour: "blue" } },
  ]);
  expect(await changesOf(sunk.operationId)).toMatchObject([
    { act: "d", before: { name: "飞翔", colour: "blue" }, after: null },
  ]);
});

test("an update that changes nothing writes no image", async () => {
  const id = await aBoat();
  const same = await paint(({ client }) => client.query("update boat set colour = colour where id = $1", [id]));
  expect(await changesOf(same.operationId)).toEqual([]);
});

test("a failing operation leaves nothing, not even its own row", async () => {
  const id = database.house.newId();
  await expect(
    paint(async ({ client }) => {
      await client.query("insert into boat (id) values ($1)", [id]);
      throw new Error("the paint ran out");
    }),
  ).rejects.toThrow("the paint ran out");
  const { rows } = await database.pool.query("select (select count(*) from boat where id = $1) as boats", [id]);
  expect(rows).toEqual([{ boats: 0 }]);
});

test("an operation inside an operation is an error", async () => {
  await expect(paint(() => paint(async () => undefined))).rejects.toThrow("inside the operation boat.paint");
});

test("keys never change, facts are never updated, nothing is truncated", async () => {
  const id = await aBoat();
  const refused = { code: "TZ002" };
  await expect(
    paint(({ client }) => client.query("update boat set id = gen_random_uuid() where id = $1", [id])),
  ).rejects.toMatchObject(refused);
  await expect(paint(({ client }) => client.query("update wake set boat_id = null"))).rejects.toMatchObject(refused);
  await expect(paint(({ client }) => client.query("truncate boat"))).rejects.toMatchObject(refused);
});

test("an announcement carries its ids in parcels of at most a thousand", async () => {
  database.announced.length = 0;
  const ids = Array.from({ length: 2001 }, () => database.house.newId());
  const { operationId } = await paint((context) => context.emit("boat.painted", ids));
  expect(database.announced.map((said) => said.ids.length)).toEqual([1000, 1000, 1]);
  expect(database.announced.every((said) => said.operationId === operationId)).toBe(true);
});

test("what several acts of an operation announce is handed over together, in their order, when the work is done", async () => {
  const handed: string[][] = [];
  const announcer = {
    announce: async (_client: unknown, said: readonly Announcement[]) =>
      void handed.push(said.map(({ event }) => event)),
  };
  const request = { actor: { kind: "system" }, kind: PAINT, source: "command" } as const;
  await operate({ ...database.house, announcer }, request, async ({ emit, newId }) => {
    await emit("boat.painted", [newId()]);
    await emit("boat.dried", [newId()]);
    expect(handed).toEqual([]);
  });
  expect(handed).toEqual([["boat.painted", "boat.dried"]]);
});

test("reading sees one snapshot and cannot write", async () => {
  await expect(
    look(database.house, "list", ({ tx }) =>
      tx
        .insertInto("operation")
        .values({ id: database.house.newId(), kind: "x", actor_kind: "system", at: new Date(), source: "job" })
        .execute(),
    ),
  ).rejects.toMatchObject({ code: "25006" });
});

test("a table with nothing but its key and its operation is guarded and can be emptied and restored", async () => {
  await database.pool.query(`
    create table buoy (id uuid primary key, operation_id uuid not null default current_operation());
    comment on table buoy is 'kind: business. It is there or not, and nothing else is to be said of it.';
    select ledger.attach_all();`);
  const id = database.house.newId();
  const { operationId } = await paint(({ client }) => client.query("insert into buoy (id) values ($1)", [id]));
  await expect(database.pool.query("update buoy set id = id")).rejects.toMatchObject({ code: "TZ002" });
  const removed = await paint(({ client }) => client.query("delete from buoy where id = $1", [id]));
  expect(await changesOf(removed.operationId)).toEqual([
    { act: "d", before: { id, operation_id: operationId }, after: null },
  ]);
});
