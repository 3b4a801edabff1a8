import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../database/test-database.ts";
import type { TestDatabase } from "../../database/test-database.ts";
import type { Context } from "../context.ts";
import { operate } from "../operate.ts";
import { operationKind } from "../operation-kind.ts";
import { boatSchema } from "./boat-schema.ts";
import { undoOperation } from "./undo-operation.ts";
import type { Undone } from "./undo-operation.ts";

const EDIT = operationKind("harbour.edit_again");
const IMPORT = operationKind("harbour.import_again", { redoneByRepeating: true });
const LIN = { kind: "person", personId: "00000000-0000-7000-8000-000000000001" } as const;
const SYSTEM = { kind: "system" } as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: "platform" });
  await database.pool.query(boatSchema);
});

const act = async (work: (context: Context) => Promise<unknown>, extra: object = {}): Promise<string> =>
  (await operate(database.house, { actor: LIN, kind: EDIT, source: "web", ...extra }, work)).operationId;

const sql = (text: string, values: unknown[] = [], extra: object = {}): Promise<string> =>
  act(({ client }) => client.query(text, values), extra);

const read = async (text: string, values: unknown[] = []) =>
  (await database.pool.query(text, values)).rows as Record<string, unknown>[];

const undo = async (operationId: string): Promise<Undone> => {
  const undone = await undoOperation(database.house, { operationId, actor: LIN, source: "web" });
  if ("refused" in undone) throw new Error(undone.refused);
  return undone;
};

test("what went with its import for good is nobody's conflict afterwards", async () => {
  const imported = await act(async () => undefined, { kind: IMPORT });
  const contact = database.house.newId();
  const byRule = (causeId: string) => ({ actor: SYSTEM, causeId });
  const made = await sql("insert into contact (id, name) values ($1, '刘建国')", [contact], byRule(imported));
  const filled = await sql("update contact set title = '主任' where id = $1", [contact], byRule(made));
  expect((await undo(imported)).report.staying).toEqual([]);
  expect(await read("select from contact where id = $1", [contact])).toEqual([]);
  expect((await undo(made)).report.staying).toEqual([]);
  expect((await undo(filled)).report.staying).toEqual([]);
});

test("a value that a rule took and gave back within one operation belongs to the person who wrote it", async () => {
  const [made, known, gone] = [database.house.newId(), database.house.newId(), database.house.newId()];
  await sql("insert into contact (id, name) values ($1, '刘建国'), ($2, '刘建国')", [known, gone]);
  const imported = await sql("insert into contact (id, name) values ($1, '刘建国')", [made]);
  const byRule = { actor: SYSTEM, causeId: imported };
  const rewrite = async ({ client }: Context): Promise<void> => {
    await client.query("update contact set name = '无名', title = '主任' where id = any ($1)", [[made, known, gone]]);
    await client.query("update contact set name = '刘建军' where id = any ($1)", [[made, known, gone]]);
  };
  await sql("update contact set name = '甲' where id = $1", [known], byRule);
  await sql("update contact set name = '刘建军' where id = any ($1)", [[made, known, gone]]);
  await act(rewrite, byRule);
  await sql("delete from contact where id = $1", [gone], byRule);
  const { report } = await undo(imported);
  expect(
    await read("select id, name, title from contact where id = any ($1) order by id", [[made, known, gone]]),
  ).toEqual([
    { id: made, name: "刘建军", title: "主任" },
    { id: known, name: "刘建军", title: null },
    { id: gone, name: "刘建军", title: null },
  ]);
  expect(report.staying.map(({ rowId, column }) => [rowId, column])).toEqual([
    [made, undefined],
    [known, "name"],
  ]);
});
