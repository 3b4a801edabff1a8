import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../database/test-database.ts";
import type { TestDatabase } from "../../database/test-database.ts";
import type { Context } from "../context.ts";
import { operate } from "../operate.ts";
import { operationKind } from "../operation-kind.ts";
import { boatSchema } from "./boat-schema.ts";
import { undoOperation } from "./undo-operation.ts";
import type { Undone } from "./undo-operation.ts";

const EDIT = operationKind("harbour.edit");
const LIN = { kind: "person", personId: "00000000-0000-7000-8000-000000000001" } as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase({ migrations: "platform" });
  await database.pool.query(boatSchema);
});

const act = async (work: (context: Context) => Promise<unknown>): Promise<string> =>
  (await operate(database.house, { actor: LIN, kind: EDIT, source: "web" }, work)).operationId;

const read = async (text: string, values: unknown[] = []) =>
  (await database.pool.query(text, values)).rows as Record<string, unknown>[];

const bringBack = async (operationId: string, rowIds?: string[]): Promise<Undone> => {
  const only = rowIds && { table: "lead", rowIds };
  const undone = await undoOperation(database.house, {
    operationId,
    actor: LIN,
    source: "web",
    ...(only ? { only } : {}),
  });
  if ("refused" in undone) throw new Error(undone.refused);
  return undone;
};

interface World {
  readonly contact: string;
  readonly lead: string;
  readonly identifier: string;
}

/** Leads, each with its contact, identifier, step and touch. */
async function someLeads(count: number): Promise<World[]> {
  const leads = Array.from({ length: count }, () => ({
    contact: database.house.newId(),
    lead: database.house.newId(),
    identifier: database.house.newId(),
  }));
  await act(async ({ client, newId }) => {
    for (const { contact, lead, identifier } of leads) {
      await client.query("insert into contact (id, name) values ($1, '刘建国')", [contact]);
      await client.query("insert into identifier (id, contact_id, value) values ($1, $2, $1::uuid::text)", [
        identifier,
        contact,
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
  });
  return leads;
}

const countsOf = async (leads: readonly World[]) =>
  (
    await read(
      `select (select count(*) from contact where id = any ($1)) as contacts, (select count(*) from lead where id = any ($2)) as leads,
              (select count(*) from identifier where id = any ($3)) as identifiers, (select count(*) from step where lead_id = any ($2)) as steps,
              (select count(*) from touch where identifier_id = any ($3)) as touches`,
      [leads.map((l) => l.contact), leads.map((l) => l.lead), leads.map((l) => l.identifier)],
    )
  )[0];

test("one of several deleted rows comes back with its parts and what it needs, the others later", async () => {
  const leads = await someLeads(3);
  const erased = await act(async ({ client }) => {
    for (const row of leads) {
      await client.query("delete from step where lead_id = $1", [row.lead]);
      await client.query("delete from touch where identifier_id = $1", [row.identifier]);
      await client.query("delete from lead where id = $1", [row.lead]);
      await client.query("delete from identifier where id = $1", [row.identifier]);
      await client.query("delete from contact where id = $1", [row.contact]);
    }
    await client.query("insert into contact (id, name) values (gen_random_uuid(), '苗圃')");
  });
  const [first, second] = leads;
  const restored = await bringBack(erased, [first?.lead ?? ""]);
  // The lead needs its contact, and the contact's identifier is a part of it, with its touch.
  expect(await countsOf(leads)).toEqual({ contacts: 1, leads: 1, identifiers: 1, steps: 1, touches: 1 });
  expect(await read("select name from contact where name = '苗圃'")).toHaveLength(1);
  expect(await read("select kind from operation where id = $1", [restored.operationId])).toEqual([{ kind: "restore" }]);

  await bringBack(erased, [second?.lead ?? ""]);
  expect(await countsOf(leads)).toMatchObject({ leads: 2, steps: 2 });
  await bringBack(restored.operationId);
  expect(await countsOf(leads)).toMatchObject({ contacts: 1, leads: 1, identifiers: 1, touches: 1 });

  const { report } = await bringBack(erased);
  expect(await countsOf(leads)).toEqual({ contacts: 3, leads: 3, identifiers: 3, steps: 3, touches: 3 });
  expect(new Set(report.staying.map(({ reason }) => reason))).toEqual(new Set(["present"]));
});

test("bringing back a row that the operation did not delete does nothing", async () => {
  const [lead] = await someLeads(1);
  const moved = await act(({ client }) =>
    client.query("update lead set stage = 'sql', pool = null, owner = '陈浩' where id = $1", [lead?.lead]),
  );
  const { report } = await bringBack(moved, [lead?.lead ?? ""]);
  expect(report).toMatchObject({ tables: [], stayingCount: 0 });
  expect(await read("select stage from lead where id = $1", [lead?.lead])).toEqual([{ stage: "sql" }]);
});

test("what an operation only changed or made is left alone when its deleted rows come back", async () => {
  const [kept, erased] = await someLeads(2);
  const mixed = await act(async ({ client }) => {
    await client.query("update contact set title = '总监' where id = $1", [kept?.contact]);
    await client.query("delete from step where lead_id = $1", [erased?.lead]);
    await client.query("delete from lead where id = $1", [erased?.lead]);
  });
  await bringBack(mixed, [erased?.lead ?? ""]);
  expect(await read("select title from contact where id = $1", [kept?.contact])).toEqual([{ title: "总监" }]);
  expect(await countsOf(erased ? [erased] : [])).toMatchObject({ leads: 1, steps: 1 });
});
