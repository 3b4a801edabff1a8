import { beforeAll, expect, test } from "vitest";
import { capture } from "@tongzhou/contract/capture";
import { leads } from "@tongzhou/contract/leads";
import { opportunities } from "@tongzhou/contract/opportunities";
import { captureMessages, captureRoutes } from "./capabilities/capture/index.ts";
import { leadLongOperations, leadsMessages, leadsRoutes, readPools } from "./capabilities/leads/index.ts";
import { opportunitiesMessages, opportunitiesRoutes } from "./capabilities/opportunities/index.ts";
import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import { hireCast } from "./cast.fixture.ts";
import type { Cast } from "./cast.fixture.ts";
import { leadParts } from "./lead-parts.ts";
import { opportunityParts } from "./opportunity-parts.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestHttp } from "./platform/http/test-http.ts";
import { runBatch } from "./platform/jobs/run-batch.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";
import { undoOperation } from "./platform/ledger/undo/undo-operation.ts";

const SET = operationKind("test.set_owners");
const OWNED = ["lead", "opportunity", "contact", "account", "campaign"] as const;

let database: TestDatabase;
let http: TestHttp;
let cast: Cast;

beforeAll(async () => {
  database = await createTestDatabase();
  const { signIn } = await openPeople(database.house, { readPools });
  cast = await hireCast(database.house);
  http = await openTestHttp({
    house: database.house,
    directory: signIn.directory,
    messages: [peopleMessages, leadsMessages, captureMessages, opportunitiesMessages],
    register(opened) {
      leadsRoutes(opened, leadParts);
      captureRoutes(opened);
      opportunitiesRoutes(opened, opportunityParts);
    },
  });
  await soldBy(cast.陈浩, "13800030001", "鼎新石化");
  const waiting = { name: "李工", mine: true, identifiers: [{ kind: "phone", value: "13800030002" }] };
  expect((await http.as(cast.陈浩).call(capture.create, { body: waiting })).status).toBe(201);
  await set("update contact set owner_id = $1", cast.陈浩);
  await set("update account set owner_id = $1", cast.陈浩);
  await set(
    `insert into campaign (id, name, name_sort, type, owner_id, next_step_owner_id)
     values (gen_random_uuid(), '草稿', 'caogao', 'webinar', $1, $1)`,
    cast.陈浩,
  );
});

async function soldBy(repId: string, phone: string, company: string): Promise<void> {
  const body = { name: "刘建国", company, mine: true, identifiers: [{ kind: "phone", value: phone }] };
  const made = await http.as(repId).call(capture.create, { body });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const sold = await http.as(repId).call(opportunities.convertLead, {
    params: { leadId: made.body.leadId },
    body: { accountConfirmed: true, company: { name: company } },
  });
  expect(sold.status, JSON.stringify(sold.body)).toBeLessThan(300);
}

const set = (text: string, ownerId: string) =>
  operate(database.house, { actor: { kind: "system" }, kind: SET, source: "job" }, ({ client }) =>
    client.query(text, [ownerId]),
  );

async function ownedBy(personId: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const table of OWNED) {
    const { rows } = await database.pool.query(`select count(*)::int as n from ${table} where owner_id = $1`, [
      personId,
    ]);
    counts[table] = rows[0]?.n;
  }
  return counts;
}

async function handOver(by: string, fromId: string, toId: string): Promise<string> {
  const begun = await http.as(by).call(leads.handOver, { body: { fromId, toId } });
  expect(begun.status, JSON.stringify(begun.body)).toBeLessThan(300);
  const definition = leadLongOperations(leadParts).find(({ name }) => name === "leads.hand_over");
  if (!definition) throw new Error("there is no hand-over");
  const id: string = begun.body.longOperationId;
  while ((await runBatch(database.house, definition, id)) === "more");
  return id;
}

test("a hand-over gives on everything somebody owned as its preview said, each in its history, and is undone in one piece", async () => {
  const before = await ownedBy(cast.陈浩);
  expect(before).toEqual({ lead: 2, opportunity: 1, contact: 2, account: 1, campaign: 1 });
  const preview = await http.as(cast.吴桐).call(leads.previewHandOver, { params: { personId: cast.陈浩 } });
  expect(preview.body).toEqual({ leads: 2, opportunities: 1, contacts: 2, accounts: 1, campaigns: 1, rights: 0 });
  const id = await handOver(cast.吴桐, cast.陈浩, cast.王倩);
  expect(await ownedBy(cast.陈浩)).toEqual({ lead: 0, opportunity: 0, contact: 0, account: 0, campaign: 0 });
  expect(await ownedBy(cast.王倩)).toEqual(before);
  const { rows } = await database.pool.query(
    "select from_owner_id, to_owner_id from lifecycle_event where opportunity_id is not null and table_row = 'given'",
  );
  expect(rows).toEqual([{ from_owner_id: cast.陈浩, to_owner_id: cast.王倩 }]);
  const { rows: steps } = await database.pool.query("select next_step_owner_id from campaign");
  expect(steps).toEqual([{ next_step_owner_id: cast.王倩 }]);
  const who = { kind: "person", personId: cast.吴桐 } as const;
  await undoOperation(database.house, { operationId: id, actor: who, source: "web" });
  expect(await ownedBy(cast.陈浩)).toEqual(before);
  expect(await ownedBy(cast.王倩)).toEqual({ lead: 0, opportunity: 0, contact: 0, account: 0, campaign: 0 });
});

test("what the one who hands over may not give on stays: 赵磊 runs no campaigns", async () => {
  const preview = await http.as(cast.赵磊).call(leads.previewHandOver, { params: { personId: cast.陈浩 } });
  expect(preview.body).toEqual({ leads: 2, opportunities: 1, contacts: 2, accounts: 1, campaigns: 0, rights: 0 });
  await handOver(cast.赵磊, cast.陈浩, cast.王倩);
  expect(await ownedBy(cast.陈浩)).toEqual({ lead: 0, opportunity: 0, contact: 0, account: 0, campaign: 1 });
});
