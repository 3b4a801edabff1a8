import { beforeAll, describe, expect, test } from "vitest";
import { audit } from "@tongzhou/contract/audit";
import { capture } from "@tongzhou/contract/capture";
import { leads } from "@tongzhou/contract/leads";
import { auditMessages, auditRoutes } from "./capabilities/audit/index.ts";
import { captureMessages, captureRoutes } from "./capabilities/capture/index.ts";
import { leadsMessages, leadsRoutes, readPools } from "./capabilities/leads/index.ts";
import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import { hireCast } from "./cast.fixture.ts";
import type { Cast } from "./cast.fixture.ts";
import { leadParts } from "./lead-parts.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestHttp } from "./platform/http/test-http.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";

// What people do with leads all day, and the toast behind it: 撤销 must work for who did it, with the rights of the shipped
// roles, although the act may have taken the lead out of their hands.

const JUDGE = operationKind("test.judge");

let database: TestDatabase;
let http: TestHttp;
let cast: Cast;
let next = 0;

beforeAll(async () => {
  database = await createTestDatabase();
  const { signIn } = await openPeople(database.house, { readPools });
  cast = await hireCast(database.house);
  http = await openTestHttp({
    house: database.house,
    directory: signIn.directory,
    messages: [peopleMessages, leadsMessages, captureMessages, auditMessages],
    register(opened) {
      leadsRoutes(opened, leadParts);
      captureRoutes(opened);
      auditRoutes(opened);
    },
  });
});

async function aLead(who: string, extra: object = {}): Promise<{ leadId: string; operationId: string | undefined }> {
  const identifiers = [{ kind: "phone", value: `138000${String(20_000 + next++)}` }];
  const made = await http.as(who).call(capture.create, { body: { name: "刘建国", identifiers, ...extra } });
  expect(made.status, JSON.stringify(made.body)).toBe(201);
  const { leadId } = made.body;
  if (!("mine" in extra)) await judge(leadId, made.operationId ?? "");
  return { leadId, operationId: made.operationId };
}

/** What a standard would find: worth a call. It follows from the capture, so it is undone with it. */
async function judge(leadId: string, causeId: string): Promise<void> {
  const asked = { actor: { kind: "system" }, kind: JUDGE, source: "job", causeId } as const;
  await operate(database.house, asked, ({ client }) =>
    client.query("update lead set stage = 'qualifying' where id = $1 and stage = 'raw'", [leadId]),
  );
}

async function whole(leadId: string): Promise<unknown> {
  const { rows } = await database.pool.query(
    `select to_jsonb(l) as lead,
       (select count(*) from lifecycle_event where lead_id = l.id) as events,
       (select count(*) from assignment where lead_id = l.id) as assignments
     from lead as l where id = $1`,
    [leadId],
  );
  return rows[0];
}

const undo = (who: string, operationId: string | undefined) =>
  http.as(who).call(audit.undo, { params: { operationId: operationId ?? "" } });

describe("undo by who did it", () => {
  test("of a lead typed in takes it away with its contact", async () => {
    const { leadId, operationId } = await aLead(cast.陈浩, { mine: true });
    const undone = await undo(cast.陈浩, operationId);
    expect(undone.status, JSON.stringify(undone.body)).toBe(200);
    expect(await whole(leadId)).toBeUndefined();
    expect((await undo(cast.陈浩, undone.operationId)).status).toBe(200);
    expect(await whole(leadId)).toBeDefined();
  });

  test("of taking, passing on, putting back and accepting gives every lead back as it was", async () => {
    const { leadId } = await aLead(cast.林晓);
    const body = { leadIds: [leadId] };
    const steps = [
      { who: cast.周敏, act: () => http.as(cast.周敏).call(leads.take, { body }) },
      { who: cast.周敏, act: () => http.as(cast.周敏).call(leads.passOn, { body: { ...body, repId: cast.陈浩 } }) },
      { who: cast.陈浩, act: () => http.as(cast.陈浩).call(leads.accept, { body }) },
      {
        who: cast.赵磊,
        act: () => http.as(cast.赵磊).call(leads.assign, { body: { choice: body, toId: cast.王倩 } }),
      },
    ];
    const done: { who: string; operationId: string | undefined; before: unknown }[] = [];
    for (const { who, act } of steps) {
      const before = await whole(leadId);
      const answer = await act();
      expect(answer.status, JSON.stringify(answer.body)).toBe(200);
      expect(await whole(leadId)).not.toEqual(before);
      done.push({ who, operationId: answer.operationId, before });
    }
    for (const { who, operationId, before } of done.toReversed()) {
      const undone = await undo(who, operationId);
      expect(undone.status, JSON.stringify(undone.body)).toBe(200);
      expect(undone.body.stays).toBe(0);
      expect(await whole(leadId)).toEqual(before);
    }
  });

  test("of a lead that somebody accepted meanwhile leaves it with them and says so", async () => {
    const { leadId, operationId } = await aLead(cast.周敏);
    const body = { leadIds: [leadId] };
    await http.as(cast.周敏).call(leads.take, { body });
    await http.as(cast.周敏).call(leads.passOn, { body: { ...body, repId: cast.陈浩 } });
    await http.as(cast.陈浩).call(leads.accept, { body });
    const undone = await undo(cast.周敏, operationId);
    expect(undone.status, JSON.stringify(undone.body)).toBe(200);
    expect(undone.body.stays).toBeGreaterThan(1);
    const lead = undone.body.staying.find((row: { table: string }) => row.table === "lead");
    expect(lead).toMatchObject({ record: { object: "lead", title: "刘建国" }, changedBy: { actor: { name: "陈浩" } } });
    expect(await whole(leadId)).toMatchObject({ lead: { stage: "sql", owner_id: cast.陈浩 } });
  });

  test("the history of a lead has its moves with names instead of ids", async () => {
    const { leadId } = await aLead(cast.林晓);
    await http.as(cast.周敏).call(leads.take, { body: { leadIds: [leadId] } });
    const { body, status } = await http
      .as(cast.周敏)
      .call(audit.history, { params: { object: "lead", recordId: leadId } });
    expect(status).toBe(200);
    const columns = body.rows.flatMap((row: { table: string; columns: unknown[] }) =>
      row.table === "lead" ? row.columns : [],
    );
    expect(columns).toContainEqual({
      column: "owner_id",
      before: { value: null, label: null, masked: false },
      after: { value: cast.周敏, label: "周敏", masked: false },
    });
  });
});
