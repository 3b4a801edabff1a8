import { beforeEach, describe, expect, test } from "vitest";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { moveLeads } from "../leads/index.ts";
import { EAGER, formOf, openCaptureWorld } from "../../capture-world.fixture.ts";
import type { CaptureWorld } from "../../capture-world.fixture.ts";
import { captureLeads } from "./index.ts";

let world: CaptureWorld;
const now = (): Date => world.database.house.clock.now();

beforeEach(async () => {
  world = await openCaptureWorld();
});

const stagesOf = async (): Promise<string[]> =>
  (await world.rows("select table_row from lifecycle_event order by recorded_at, id")).map((row) =>
    String(row["table_row"]),
  );

test("a form becomes a contact, an account, a touch and a lead that is judged, routed and told in one operation", async () => {
  await world.putInForce(EAGER);
  const [captured] = await world.capture(formOf("刘建国", "13800138000", now(), { company: "鼎新石化" }));
  expect(captured).toMatchObject({ outcome: "opened", newContact: true, newAccount: true, refused: null });
  expect(await stagesOf()).toEqual(["1", "2", "6"]);
  const [lead] = await world.rows("select stage, owner_id, account_id from lead");
  expect(lead).toMatchObject({ stage: "assigned", account_id: captured?.accountId });
  const [judgement] = await world.rows("select destination, engagement, trigger, operation_id from judgement");
  const [assignment] = await world.rows("select owner_id, operation_id, explanation from assignment");
  expect(judgement).toMatchObject({ destination: "mql", engagement: 300, trigger: "capture" });
  expect(assignment).toMatchObject({ owner_id: lead?.["owner_id"], operation_id: judgement?.["operation_id"] });
  const notices = await world.rows("select person_id, kind from notification");
  expect(notices).toEqual([{ person_id: lead?.["owner_id"], kind: "lead.assigned" }]);
});

test("without a standard in force leads stay raw", async () => {
  await world.capture(formOf("刘建国", "13800138000", now()));
  expect(await world.rows("select stage from lead")).toEqual([{ stage: "raw" }]);
  expect(await world.rows("select from judgement")).toEqual([]);
});

test("a person who stands twice in a batch has one lead with both touches, judged by both", async () => {
  await world.putInForce(EAGER);
  const twice = [
    formOf("陈思远", "13800138001", now()),
    formOf("陈思远", "138 0013 8001", now(), { touch: { kind: "meeting" } }),
  ];
  const captured = await world.capture(...twice);
  expect(captured.map(({ outcome }) => outcome)).toEqual(["opened", "touched"]);
  expect(captured[1]?.leadId).toBe(captured[0]?.leadId);
  expect(await world.rows("select engagement from lead_score")).toEqual([{ engagement: 600 }]);
});

test("a batch with companies known and unknown scores like the same drafts one by one", async () => {
  await world.putInForce();
  const other = await openCaptureWorld();
  await other.putInForce();
  const drafts = Array.from({ length: 40 }, (_, index) =>
    formOf(
      `客户${index % 30}`,
      `1390000${String(1000 + (index % 30))}`,
      new Date(now().getTime() - (index % 9) * 5 * 86_400_000),
      {
        company: `公司${index % 7}`,
        ...(index % 4 === 0 ? { touch: { kind: "meeting" } } : {}),
      },
    ),
  );
  await world.capture(...drafts);
  for (const draft of drafts) await other.capture(draft);
  const scores =
    "select c.name, l.stage, s.cell, s.fit, s.engagement, s.next_change_at from lead_score as s join lead as l on l.id = s.lead_id join contact as c on c.id = l.contact_id order by c.name";
  expect(await world.rows(scores)).toEqual(await other.rows(scores));
  expect(await world.rows("select from lead_score")).toHaveLength(30);
});

test("each rep is told once an operation, with the count", async () => {
  await world.putInForce(EAGER);
  await world.capture(
    ...Array.from({ length: 9 }, (_, index) =>
      formOf(`客户${index}`, `1370000000${index}`, now(), { importRow: index }),
    ),
  );
  const notices = await world.rows("select kind, (params ->> 'count')::int as count from notification order by 2");
  expect(notices).toEqual([
    { kind: "lead.assigned", count: 4 },
    { kind: "lead.assigned", count: 5 },
  ]);
});

test("history takes stage and holder as they are and starts nothing", async () => {
  await world.putInForce(EAGER);
  const long = new Date(now().getTime() - 300 * 86_400_000);
  const entry = { kind: "history", stage: "sql", holder: { kind: "owner", ownerId: world.cast.王倩 } } as const;
  const [captured] = await world.capture(formOf("戴琳", "13800138009", long, { entry }));
  expect(captured?.outcome).toBe("opened");
  expect(await world.rows("select stage, owner_id, history from lead")).toEqual([
    { stage: "sql", owner_id: world.cast.王倩, history: true },
  ]);
  for (const table of ["judgement", "lead_score", "assignment", "notification"])
    expect(await world.rows(`select from ${table}`)).toEqual([]);
  const events = new Set(world.database.announced.map(({ event }) => event));
  expect(events.has("touch.imported")).toBe(true);
  expect(events.has("touch.recorded")).toBe(false);
});

test("a new sign-up wakes a disqualified lead whose reason wakes", async () => {
  await world.putInForce();
  const [first] = await world.capture(formOf("卢新民", "13800138010", now()));
  const by = { personId: world.cast.赵磊, mayActForHolder: true };
  await world.act((context) =>
    moveLeads(context, [{ leadId: first?.leadId ?? "", event: { kind: "disqualified", by, reason: "not_ready" } }]),
  );
  world.database.house.clock.advance(86_400_000);
  const [again] = await world.capture(formOf("卢新民", "13800138010", now()));
  expect(again).toMatchObject({ outcome: "woken", leadId: first?.leadId });
  expect(await world.rows("select cycle, stage from lead")).toEqual([{ cycle: 2, stage: "qualifying" }]);
});

test("turns of a batch follow the arrival of its leads, whether one is new or wakes", async () => {
  await world.putInForce(EAGER);
  const first = now();
  const [asleep] = await world.capture(formOf("卢新民", "13800138010", first));
  const by = { personId: world.cast.赵磊, mayActForHolder: true };
  await world.act((context) =>
    moveLeads(context, [{ leadId: asleep?.leadId ?? "", event: { kind: "disqualified", by, reason: "not_ready" } }]),
  );
  world.database.house.clock.advance(86_400_000);
  const captured = await world.capture(
    formOf("邓一", "13800138031", new Date(first.getTime() - 3_600_000)),
    formOf("卢新民", "13800138010", now()),
    formOf("邓二", "13800138032", now()),
  );
  expect(captured.map(({ outcome }) => outcome)).toEqual(["opened", "woken", "opened"]);
  const turns = await world.rows(
    "select lead_id from assignment where cycle = 2 or lead_id <> $1 order by assigned_at, id",
    [asleep?.leadId],
  );
  expect(turns.map((turn) => turn["lead_id"])).toEqual(captured.map(({ leadId }) => leadId));
});

describe("undoing a capture", () => {
  test("takes back everything that it made and nothing else", async () => {
    await world.putInForce(EAGER);
    await world.capture(formOf("刘建国", "13800138000", now(), { company: "鼎新石化" }));
    const tables = [
      "contact",
      "identifier",
      "account",
      "account_identifier",
      "membership",
      "lead",
      "lifecycle_event",
      "judgement",
      "assignment",
      "touch",
    ];
    const snapshot = async (): Promise<string> =>
      JSON.stringify(await Promise.all(tables.map((table) => world.rows(`select * from ${table} order by id`))));
    const before = await snapshot();
    const drafts = [
      formOf("陈思远", "13800138001", now(), { company: "鼎新石化" }),
      formOf("沈立群", "13800138002", now()),
    ];
    const { operationId } = await world.act((context) => captureLeads(context, drafts));
    expect(await snapshot()).not.toBe(before);
    await undoOperation(world.database.house, { operationId, actor: { kind: "system" }, source: "job" });
    expect(await snapshot()).toBe(before);
  });
});

test("many arrivals of one person at once open one lead and use one turn", async () => {
  await world.putInForce(EAGER);
  for (let round = 0; round < 4; round++) {
    const draft = formOf(`同时${round}`, `1360000000${round}`, now(), { company: "同时公司" });
    const captured = (await Promise.all(Array.from({ length: 5 }, () => world.capture(draft)))).flat();
    expect(captured.filter(({ outcome }) => outcome === "opened")).toHaveLength(1);
    expect(new Set(captured.map(({ leadId }) => leadId)).size).toBe(1);
  }
  expect(await world.rows("select from assignment")).toHaveLength(4);
  expect(await world.rows("select from account")).toHaveLength(1);
});
