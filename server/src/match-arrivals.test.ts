import { beforeAll, expect, test } from "vitest";
import { createApp } from "./app.ts";
import {
  beginMatching,
  identitySchedules,
  identitySubscriptions,
  MATCH_CONTACTS,
  matchContacts,
} from "./capabilities/identity/index.ts";
import { crowd, matchOn, meet } from "./match-world.fixture.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { handleAnnouncement } from "./platform/events/handle-announcement.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";
import { undoOperation } from "./platform/ledger/undo/undo-operation.ts";

const SYSTEM = { kind: "system" } as const;
const IN_A_TEST = operationKind("test.match");

let database: TestDatabase;

beforeAll(async () => {
  // Loading the whole application is what makes every capability add the rows that follow a contact.
  expect(createApp).toBeTypeOf("function");
  database = await createTestDatabase();
});

/** Hands what was announced to identity, as the jobs do. */
async function deliver({ announced, house }: TestDatabase): Promise<void> {
  while (announced.length > 0) {
    for (const said of announced.splice(0))
      for (const subscription of identitySubscriptions)
        if ([subscription.event].flat().includes(said.event)) await handleAnnouncement(house, subscription, said);
  }
}

async function matchAll({ house }: TestDatabase): Promise<void> {
  const asked = { actor: SYSTEM, kind: MATCH_CONTACTS, source: "job" } as const;
  const { result } = await operate(house, asked, (context) => beginMatching(context));
  while (await matchOn(house, result));
}

async function matchWaiting({ house }: TestDatabase): Promise<void> {
  const schedule = identitySchedules.find(({ name }) => name === "identity.match_waiting");
  await schedule?.handle({ house, signal: new AbortController().signal });
}

/** An import that does nothing but go on. */
async function beginsImport(): Promise<string> {
  const id = database.house.newId();
  await database.pool.query(
    "insert into operation (id, kind, actor_kind, at, source) values ($1, 'lead.import', 'system', now(), 'job')",
    [id],
  );
  await database.pool.query(
    `insert into long_operation (id, kind, state, request, position, queued_at)
     values ($1, 'imports.leads', 'running', '{}', '{}', now())`,
    [id],
  );
  return id;
}

interface Found {
  readonly first_id: string;
  readonly second_id: string;
  readonly bits: number;
}

async function found({ pool }: TestDatabase): Promise<Found[]> {
  const { rows } = await pool.query<Found>(
    "select first_id, second_id, bits from match_pair order by first_id, second_id",
  );
  return rows;
}

const isPair = (ids: readonly string[]) => (pair: Found) => ids.includes(pair.first_id) && ids.includes(pair.second_id);

test("who comes in is matched with those who are there, also before all were ever compared", async () => {
  const ids = await meet(database.house, [
    { name: "上官文静", company: "南京宏图管廊有限公司", reached: ["13851970001"] },
    { name: "上官文静", company: "南京宏图管廊有限公司", reached: ["13851970010"] },
    { name: "上官文清", company: "苏州蓝海仪器有限公司", reached: ["13651970777"] },
  ]);
  expect(await found(database)).toEqual([]);
  await deliver(database);
  const pairs = await found(database);
  expect(pairs.filter(isPair(ids.slice(0, 2)))).toHaveLength(1);
  expect(pairs.filter(({ first_id, second_id }) => [first_id, second_id].includes(ids[2] ?? ""))).toEqual([]);
});

test("many at a time wait, and are matched when no import goes on", async () => {
  const ids = await meet(database.house, crowd(60));
  const before = (await found(database)).length;
  await deliver(database);
  const waiting = async () => (await database.pool.query("select from match_waiting")).rowCount;
  expect(await waiting()).toBeGreaterThan(0);
  const importId = await beginsImport();
  await matchWaiting(database);
  expect((await found(database)).length).toBe(before);
  await database.pool.query("update long_operation set state = 'done' where id = $1", [importId]);
  await matchWaiting(database);
  expect(await waiting()).toBe(0);
  expect((await found(database)).length).toBeGreaterThan(before + 10);
  expect(ids.length).toBe(72);
});

test("one by one finds what all at once finds, at the same weight", async () => {
  await matchAll(database);
  const whole = await found(database);
  const { rows } = await database.pool.query<{ id: string }>("select id from contact order by id");
  await database.pool.query("delete from match_pair; delete from match_entry");
  for (const { id } of rows)
    await operate(database.house, { actor: SYSTEM, kind: IN_A_TEST, source: "job" }, (context) =>
      matchContacts(context, [id]),
    );
  const single = await found(database);
  expect(single.map(({ first_id, second_id }) => [first_id, second_id])).toEqual(
    whole.map(({ first_id, second_id }) => [first_id, second_id]),
  );
  for (const [at, { bits }] of single.entries()) expect(bits).toBeCloseTo(whole[at]?.bits ?? 0, 3);
});

test("somebody is compared anew after a change; who is taken back is let go of, and nothing keeps them", async () => {
  const ids = await meet(database.house, [
    { name: "上官文静", company: "南京宏图管廊有限公司", reached: ["13851970019"] },
  ]);
  await deliver(database);
  const ofThem = async () =>
    (await found(database)).filter(({ first_id, second_id }) => ids.includes(first_id) || ids.includes(second_id));
  const likeliest = async () => Math.max(...(await ofThem()).map(({ bits }) => bits));
  const before = await likeliest();
  expect((await ofThem()).length).toBeGreaterThanOrEqual(2);
  const rename = (name: string) =>
    operate(database.house, { actor: SYSTEM, kind: IN_A_TEST, source: "job" }, async (context) => {
      await context.client.query("update contact set name = $2 where id = $1", [ids[0], name]);
      await context.emit("contact.changed", ids);
    });
  const { operationId } = await rename("完颜旭");
  await deliver(database);
  expect(await likeliest()).toBeLessThan(before - 10);
  await undoOperation(database.house, { operationId, actor: SYSTEM, source: "job" });
  await deliver(database);
  expect(await likeliest()).toBeCloseTo(before, 3);
  const { rows } = await database.pool.query<{ id: string }>(
    "select operation_id as id from contact where id = any($1)",
    [ids],
  );
  await undoOperation(database.house, { operationId: rows[0]?.id ?? "", actor: SYSTEM, source: "job" });
  await deliver(database);
  expect(await ofThem()).toEqual([]);
  expect((await database.pool.query("select from match_entry where contact_id = any($1)", [ids])).rowCount).toBe(0);
});
