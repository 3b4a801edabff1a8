import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../database/test-database.ts";
import type { TestDatabase } from "../../database/test-database.ts";
import type { Context } from "../context.ts";
import { operate } from "../operate.ts";
import { operationKind } from "../operation-kind.ts";
import { boatSchema } from "./boat-schema.ts";
import { previewUndo, undoOperation } from "./undo-operation.ts";
import type { Undone } from "./undo-operation.ts";

const EDIT = operationKind("harbour.edit");
const IMPORT = operationKind("harbour.import", { redoneByRepeating: true });
const SIGN = operationKind("harbour.sign", { notUndoable: "undo.signed" });
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

async function importLeads(count: number) {
  const parent = await act(async () => undefined, { kind: IMPORT });
  const leads = Array.from({ length: count }, () => ({
    contact: database.house.newId(),
    lead: database.house.newId(),
    identifier: database.house.newId(),
  }));
  const batch = await act(
    async ({ client, newId }) => {
      for (const { contact, lead, identifier } of leads) {
        await client.query("insert into contact (id, name) values ($1, '刘建国')", [contact]);
        await client.query("insert into identifier (id, contact_id, value) values ($1, $2, $3)", [
          identifier,
          contact,
          identifier,
        ]);
        await client.query("insert into lead (id, contact_id, stage, pool) values ($1, $2, 'raw', 'sdr')", [
          lead,
          contact,
        ]);
        await client.query("insert into step (id, lead_id, to_stage) values ($1, $2, 'raw')", [newId(), lead]);
        await client.query("insert into touch (id, identifier_id, at) values ($1, $2, '2025-11-01')", [
          newId(),
          identifier,
        ]);
      }
    },
    { kind: IMPORT, parentId: parent },
  );
  const routing = await act(
    async ({ client, newId }) => {
      await client.query("update lead set stage = 'assigned', pool = null, owner = '陈浩' where id = any ($1)", [
        leads.map((row) => row.lead),
      ]);
      for (const { lead } of leads)
        await client.query("insert into step (id, lead_id, to_stage) values ($1, $2, 'assigned')", [newId(), lead]);
    },
    { actor: SYSTEM, causeId: batch },
  );
  return { parent, batch, routing, leads };
}

const countsOf = async (leads: { contact: string; lead: string; identifier: string }[]) =>
  (
    await read(
      `select (select count(*) from contact where id = any ($1)) as contacts, (select count(*) from lead where id = any ($2)) as leads,
              (select count(*) from identifier where id = any ($3)) as identifiers, (select count(*) from step where lead_id = any ($2)) as steps,
              (select count(*) from touch where identifier_id = any ($3)) as touches`,
      [leads.map((l) => l.contact), leads.map((l) => l.lead), leads.map((l) => l.identifier)],
    )
  )[0];

test("undoing an import removes its rows and what the rules did with them", async () => {
  const { parent, leads } = await importLeads(3);
  const { report } = await undo(parent);
  expect(await countsOf(leads)).toEqual({ contacts: 0, leads: 0, identifiers: 0, steps: 0, touches: 0 });
  expect(report.stayingCount).toBe(0);
  expect(report.operations).toBe(3);
});

test("a lead that was accepted meanwhile stays whole, with its contact, identifier, touches and history", async () => {
  const { parent, leads } = await importLeads(3);
  const [accepted] = leads;
  const acceptance = await act(async ({ client, newId }) => {
    await client.query("update lead set stage = 'sql' where id = $1", [accepted?.lead]);
    await client.query("insert into step (id, lead_id, to_stage) values ($1, $2, 'sql')", [newId(), accepted?.lead]);
  });
  const { report } = await undo(parent);
  expect(await countsOf(leads)).toEqual({ contacts: 1, leads: 1, identifiers: 1, steps: 3, touches: 1 });
  expect(await read("select stage, owner from lead where id = $1", [accepted?.lead])).toEqual([
    { stage: "sql", owner: "陈浩" },
  ]);
  const stays = report.staying.find((row) => row.table === "lead");
  expect(stays).toMatchObject({
    rowId: accepted?.lead,
    reason: "changed",
    changedBy: { operationId: acceptance, actorKind: "person" },
  });
  expect(report.staying.filter((row) => row.table === "contact")).toMatchObject([
    { reason: "referred", because: { table: "lead" } },
  ]);
});

test("a lead that was converted stays because the opportunity refers to it", async () => {
  const { parent, leads } = await importLeads(2);
  await act(({ client, newId }) =>
    client.query("insert into opportunity (id, lead_id) values ($1, $2)", [newId(), leads[0]?.lead]),
  );
  const { report } = await undo(parent);
  expect(await countsOf(leads)).toMatchObject({ leads: 1, contacts: 1, touches: 1 });
  expect(report.staying.find((row) => row.table === "lead")).toMatchObject({
    reason: "referred",
    because: { table: "opportunity" },
  });
});

test("undoing an update-import gives old values back, except where somebody wrote since, column by column", async () => {
  const contact = database.house.newId();
  await sql("insert into contact (id, name, title) values ($1, '张伟明', '工程师')", [contact]);
  const update = await sql("update contact set name = '張偉明', title = '主任' where id = $1", [contact], {
    kind: IMPORT,
  });
  await sql("update contact set title = '总监' where id = $1", [contact]);
  const { report } = await undo(update);
  expect(await read("select name, title from contact where id = $1", [contact])).toEqual([
    { name: "张伟明", title: "总监" },
  ]);
  expect(report.staying).toMatchObject([
    { column: "title", reason: "changed", before: "工程师", written: "主任", now: "总监" },
  ]);
});

test("undoing a hand-over after half of it was reassigned gives back the other half", async () => {
  const { leads } = await importLeads(4);
  const ids = leads.map((row) => row.lead);
  const handOver = await sql("update lead set owner = '王倩' where id = any ($1)", [ids]);
  await sql("update lead set owner = '赵磊' where id = any ($1)", [ids.slice(0, 2)]);
  const { report } = await undo(handOver);
  expect(
    (await read("select owner from lead where id = any ($1) order by owner", [ids])).map((row) => row["owner"]),
  ).toEqual(["赵磊", "赵磊", "陈浩", "陈浩"]);
  expect(report.stayingCount).toBe(2);
});

test("a stage does not go back without its owner, even where no check forbids it", async () => {
  const { leads } = await importLeads(1);
  const lead = leads[0]?.lead;
  await sql("update lead set stage = 'assigned', owner = '陈浩', pool = null where id = $1", [lead]);
  const accepted = await sql("update lead set stage = 'sql', owner = '王倩' where id = $1", [lead]);
  await sql("update lead set owner = '刘洋' where id = $1", [lead]);
  const { report } = await undo(accepted);
  expect(await read("select stage, owner from lead where id = $1", [lead])).toEqual([{ stage: "sql", owner: "刘洋" }]);
  expect(report.staying).toMatchObject([
    { column: "owner", reason: "changed" },
    { column: "stage", reason: "together" },
  ]);
});

test("a value that would break a check of its row stays together with the columns of that check", async () => {
  const { leads } = await importLeads(1);
  const lead = leads[0]?.lead;
  const pooled = await sql("update lead set stage = 'raw', owner = null, pool = 'sdr' where id = $1", [lead]);
  await sql("update lead set pool = 'public' where id = $1", [lead]);
  const { report } = await undo(pooled);
  expect(await read("select stage, owner, pool from lead where id = $1", [lead])).toEqual([
    { stage: "raw", owner: null, pool: "public" },
  ]);
  expect(new Set(report.staying.map((row) => `${row.column} ${row.reason}`))).toEqual(
    new Set(["pool changed", "owner check", "stage together"]),
  );
});

test("a deleted row comes back with its parts, unless its key was taken", async () => {
  const { leads } = await importLeads(2);
  const erase = (row: { contact: string; lead: string; identifier: string } | undefined) =>
    act(async ({ client }) => {
      await client.query("delete from step where lead_id = $1", [row?.lead]);
      await client.query("delete from touch where identifier_id = $1", [row?.identifier]);
      await client.query("delete from lead where id = $1", [row?.lead]);
      await client.query("delete from identifier where id = $1", [row?.identifier]);
      await client.query("delete from contact where id = $1", [row?.contact]);
    });
  const [first, second] = leads;
  const before = await read("select * from step where lead_id = $1 order by id", [first?.lead]);
  await undo(await erase(first));
  expect(await countsOf(leads)).toEqual({ contacts: 2, leads: 2, identifiers: 2, steps: 4, touches: 2 });
  expect(await read("select * from step where lead_id = $1 order by id", [first?.lead])).toEqual(before);

  const erased = await erase(second);
  const stranger = database.house.newId();
  await act(async ({ client, newId }) => {
    await client.query("insert into contact (id, name) values ($1, '孟凡')", [stranger]);
    await client.query("insert into identifier (id, contact_id, value) values ($1, $2, $3)", [
      newId(),
      stranger,
      second?.identifier,
    ]);
  });
  const { report } = await undo(erased);
  expect(report.staying.map((row) => `${row.table} ${row.reason}`).toSorted()).toEqual([
    "identifier taken",
    "touch missing",
  ]);
  expect(await countsOf(leads)).toMatchObject({ contacts: 2, leads: 2, identifiers: 1, touches: 1 });
});

test("redo does again what undo took back, and can be undone again", async () => {
  const { leads } = await importLeads(1);
  const lead = leads[0]?.lead;
  const accepted = await sql("update lead set stage = 'sql' where id = $1", [lead]);
  const undone = await undo(accepted);
  const redone = await undo(undone.operationId);
  expect(await read("select stage from lead where id = $1", [lead])).toEqual([{ stage: "sql" }]);
  await undo(redone.operationId);
  expect(await read("select stage from lead where id = $1", [lead])).toEqual([{ stage: "assigned" }]);
});

test("undo still works after a column was added, renamed and dropped", async () => {
  const contact = database.house.newId();
  await sql("insert into contact (id, name, title) values ($1, '于洋', '机电部经理')", [contact]);
  const edited = await sql("update contact set title = '经理', fax = '1' where id = $1", [contact]);
  const erased = await sql("delete from contact where id = $1", [contact]);
  await database.pool.query(`
    alter table contact rename column title to position;
    insert into ledger_rename (table_name, old_name, new_name) values ('contact', 'title', 'position');
    alter table contact drop column fax;
    alter table contact add column language text not null default 'zh';
    select ledger.attach_all();`);
  await undo(erased);
  expect(await read("select name, position, language from contact where id = $1", [contact])).toEqual([
    { name: "于洋", position: "经理", language: "zh" },
  ]);
  await undo(edited);
  expect(await read("select position from contact where id = $1", [contact])).toEqual([{ position: "机电部经理" }]);
});

test("what cannot be undone says why", async () => {
  const attempt = (operationId: string) => undoOperation(database.house, { operationId, actor: LIN, source: "web" });
  const signed = await act(async () => undefined, { kind: SIGN });
  const edited = await act(async () => undefined);
  await undo(edited);
  expect(await attempt(database.house.newId())).toEqual({ refused: "unknown" });
  expect(await attempt(signed)).toEqual({ refused: "not_undoable", reasonKey: "undo.signed" });
  expect(await attempt(edited)).toEqual({ refused: "undone_already" });
  const old = await act(async () => undefined);
  database.house.clock.advance(25 * 31 * 86_400_000);
  expect(await attempt(old)).toEqual({ refused: "images_gone", keptMonths: 24 });
});

test("a preview says what the undo will do and writes nothing", async () => {
  const { parent, leads } = await importLeads(2);
  const preview = await previewUndo(database.house, parent);
  expect(await countsOf(leads)).toMatchObject({ leads: 2 });
  expect((await undo(parent)).report).toEqual(preview);
});

test("two people undoing the same operation at once undo it once", async () => {
  for (let round = 0; round < 10; round++) {
    const { parent } = await importLeads(1);
    const results = await Promise.all(
      [0, 1, 2].map(() => undoOperation(database.house, { operationId: parent, actor: LIN, source: "web" })),
    );
    expect(results.map((result) => ("refused" in result ? result.refused : "done")).toSorted()).toEqual([
      "done",
      "undone_already",
      "undone_already",
    ]);
  }
});

test("somebody who edits while the undo runs is never overwritten", async () => {
  for (let round = 0; round < 15; round++) {
    const { parent, leads } = await importLeads(3);
    const lead = leads[1]?.lead;
    const [undone, edit] = await Promise.allSettled([
      undo(parent),
      sql("update lead set stage = 'sql' where id = $1", [lead]),
    ]);
    expect(edit.status).toBe("fulfilled");
    expect(undone.status).toBe("fulfilled");
    const rows = await read("select stage from lead where id = $1", [lead]);
    expect(rows.length === 0 || rows[0]?.["stage"] === "sql").toBe(true);
  }
});
