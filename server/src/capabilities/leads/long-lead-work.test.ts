import { beforeAll, expect, test } from "vitest";
import { leads } from "@tongzhou/contract/leads";
import { notifications } from "@tongzhou/contract/notifications";
import { runBatch } from "../../platform/jobs/run-batch.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { leadLongOperations, moveLeads } from "./index.ts";
import { openLeadHttp } from "./lead-http.fixture.ts";
import type { LeadHttp } from "./lead-http.fixture.ts";
import { assignedTo } from "./lead-world.fixture.ts";

const MANY = 5200;

let opened: LeadHttp;
let ids: string[];

beforeAll(async () => {
  opened = await openLeadHttp();
  const { world } = opened;
  ids = await world.capture(...Array.from({ length: MANY }, (_, index) => `很多${index}`));
  for (const event of assignedTo(world.cast.陈浩))
    await world.act((context) =>
      moveLeads(
        context,
        ids.map((leadId) => ({ leadId, event })),
      ),
    );
});

const held = async (personId: string): Promise<number> =>
  Number((await opened.world.rows("select count(*) from lead where owner_id = $1", [personId]))[0]?.["count"]);

async function runToTheEnd(name: string, id: string): Promise<number> {
  const definition = leadLongOperations({}).find((one) => one.name === name);
  if (!definition) throw new Error(`there is no long operation ${name}`);
  let batches = 1;
  while ((await runBatch(opened.world.database.house, definition, id)) === "more") batches++;
  return batches;
}

test("more leads than one operation should hold are assigned in the background, told once, and undone in one piece", async () => {
  const { world, http } = opened;
  const choice = { filter: { combinator: "and", rules: [] }, search: "很多" } as const;
  const begun = await http.as(world.cast.赵磊).call(leads.assign, { body: { choice, toId: world.cast.王倩 } });
  const id: string = begun.body.longOperationId;
  expect(begun.body, JSON.stringify(begun.body)).toMatchObject({ moved: [], refused: [] });
  expect(await runToTheEnd("leads.assign", id)).toBeGreaterThan(5);
  expect(await held(world.cast.王倩)).toBe(MANY);
  const told = (await http.as(world.cast.王倩).call(notifications.list)).body.rows;
  expect(told).toEqual([expect.objectContaining({ kind: "lead.assigned", operationId: id })]);
  expect(told[0].params.count).toBe(MANY);
  await undoOperation(world.database.house, {
    operationId: id,
    actor: { kind: "person", personId: world.cast.赵磊 },
    source: "web",
  });
  expect(await held(world.cast.王倩)).toBe(0);
  expect(await held(world.cast.陈浩)).toBe(MANY);
}, 120_000);

test("whoever leaves hands over everything they hold; undone after one lead was given to somebody else, that one stays", async () => {
  const { world, http } = opened;
  const begun = await http
    .as(world.cast.赵磊)
    .call(leads.handOver, { body: { fromId: world.cast.陈浩, toId: world.cast.王倩 } });
  const id: string = begun.body.longOperationId;
  await runToTheEnd("leads.hand_over", id);
  expect(await held(world.cast.陈浩)).toBe(0);
  expect(await held(world.cast.王倩)).toBe(MANY);
  const [given = ""] = ids;
  await http.as(world.cast.赵磊).call(leads.assign, { body: { choice: { leadIds: [given] }, toId: world.cast.吴桐 } });
  await undoOperation(world.database.house, {
    operationId: id,
    actor: { kind: "person", personId: world.cast.赵磊 },
    source: "web",
  });
  expect(await held(world.cast.陈浩)).toBe(MANY - 1);
  const [stays] = await world.rows("select owner_id, stage from lead where id = $1", [given]);
  expect(stays).toEqual({ owner_id: world.cast.吴桐, stage: "assigned" });
}, 120_000);

test("nobody hands over to themselves or to somebody who left", async () => {
  const { world, http } = opened;
  const body = { fromId: world.cast.陈浩, toId: world.cast.陈浩 };
  const refused = await http.as(world.cast.赵磊).call(leads.handOver, { body });
  expect(refused.problem).toMatchObject({ status: 422, code: "hand_over_to_oneself" });
  const gone = await http
    .as(world.cast.赵磊)
    .call(leads.handOver, { body: { ...body, toId: world.database.house.newId() } });
  expect(gone.problem).toMatchObject({ status: 422, code: "person_not_active" });
});
