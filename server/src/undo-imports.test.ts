import { beforeAll, expect, test } from "vitest";
import { leads } from "@tongzhou/contract/leads";
import { opportunities } from "@tongzhou/contract/opportunities";
import { leadsMessages, leadsRoutes } from "./capabilities/leads/index.ts";
import { opportunitiesMessages, opportunitiesRoutes } from "./capabilities/opportunities/index.ts";
import { leadParts } from "./lead-parts.ts";
import { naturalRows } from "./natural-rows.fixture.ts";
import { openTestWorld } from "./open-test-world.fixture.ts";
import type { TestWorld } from "./open-test-world.fixture.ts";
import { opportunityParts } from "./opportunity-parts.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";
import { undoOperation } from "./platform/ledger/undo/undo-operation.ts";
import { makeReady } from "./ready-house.fixture.ts";
import { runImport } from "./run-import.fixture.ts";

const EDIT = operationKind("test.edit-contact");
const SETTINGS = {
  columns: (["name", "mobile", "company", "occurredAt", "owner", "stage", "stageSince"] as const).map(
    (target, column) => ({ column, target }),
  ),
};
const HEADER = "姓名,手机,公司,时间,负责人,阶段,阶段开始\n";
const PEOPLE = 40;

let world: TestWorld;

beforeAll(async () => {
  world = await openTestWorld(
    (http) => {
      leadsRoutes(http, leadParts);
      opportunitiesRoutes(http, opportunityParts);
    },
    [leadsMessages, opportunitiesMessages],
  );
  await makeReady(world.database.house, world.cast);
});

const rows = async (text: string, values: unknown[] = []): Promise<Record<string, unknown>[]> =>
  (await world.database.pool.query<Record<string, unknown>>(text, values)).rows;

const file = (from: number): string =>
  HEADER +
  Array.from(
    { length: PEOPLE },
    (_, row) =>
      `客户${from + row},139${String(from + row).padStart(8, "0")},公司${row % 10},2025-11-2${row % 2} 09:00,,,`,
  ).join("\n");

const leadOf = async (name: string): Promise<{ id: string; ownerId: string }> => {
  const [row] = await rows(
    "select l.id, l.owner_id from lead as l join contact as c on c.id = l.contact_id where c.name = $1",
    [name],
  );
  return { id: String(row?.["id"]), ownerId: String(row?.["owner_id"]) };
};

const undo = (operationId: string) =>
  undoOperation(world.database.house, {
    operationId,
    actor: { kind: "person", personId: world.cast.林晓 },
    source: "web",
  });

test("imported leads are judged and shared out in turn, and each rep is told once with the count", async () => {
  const { rows: none, ...before } = await naturalRows(world.database.pool);
  expect(none).toEqual([]);
  const id = await runImport(world.database.house, world.cast.林晓, file(0), SETTINGS, 7);
  const shares = await rows(
    "select owner_id, count(*)::int as leads from lead where stage = 'assigned' group by owner_id",
  );
  expect(shares.map(({ leads: count }) => count).toSorted()).toEqual([PEOPLE / 2, PEOPLE / 2]);
  const told = await rows("select distinct operation_id, (params ->> 'count')::int as leads from notification");
  expect(told).toEqual([{ operation_id: id, leads: PEOPLE / 2 }]);
  expect(await undo(id)).toMatchObject({ report: { stayingCount: 0 } });
  const { rows: reported, ...written } = await naturalRows(world.database.pool);
  expect(reported).toHaveLength(PEOPLE);
  expect(written).toEqual(before);
});

test("undo keeps what people worked on, with all that belongs to it, and takes the rest", async () => {
  const id = await runImport(world.database.house, world.cast.林晓, file(100), SETTINGS, 7);
  const accepted = await leadOf("客户103");
  const converted = await leadOf("客户105");
  const accept = await world.http.as(accepted.ownerId).call(leads.accept, { body: { leadIds: [accepted.id] } });
  expect(accept.status).toBe(200);
  const convert = await world.http.as(converted.ownerId).call(opportunities.convertLead, {
    params: { leadId: converted.id },
    body: { accountConfirmed: true, name: "样机" },
  });
  expect(convert.status, JSON.stringify(convert.body)).toBeLessThan(300);
  await operate(
    world.database.house,
    { actor: { kind: "person", personId: world.cast.周敏 }, kind: EDIT, source: "web" },
    ({ client }) => client.query("update contact set title = '厂长' where name = '客户107'"),
  );
  const undone = await undo(id);
  if (!("report" in undone)) throw new Error(JSON.stringify(undone));
  expect(undone.report.stayingCount).toBeGreaterThan(0);
  const kept = await rows(
    "select c.name, l.stage from contact as c left join lead as l on l.contact_id = c.id order by c.name",
  );
  expect(kept).toEqual([
    { name: "客户103", stage: "sql" },
    { name: "客户105", stage: "converted" },
    { name: "客户107", stage: null },
  ]);
  const parts = await rows(
    `select c.name,
       (select count(*)::int from identifier where contact_id = c.id) as identifiers,
       (select count(*)::int from touch where identifier_id in (select id from identifier where contact_id = c.id)) as touches,
       (select count(*)::int from lifecycle_event as e join lead as l on l.id = e.lead_id where l.contact_id = c.id) > 1 as has_history,
       exists (select from membership where contact_id = c.id) as has_company
     from contact as c order by c.name`,
  );
  expect(parts.slice(0, 2)).toEqual([
    { name: "客户103", identifiers: 2, touches: 1, has_history: true, has_company: true },
    { name: "客户105", identifiers: 2, touches: 1, has_history: true, has_company: true },
  ]);
  expect(parts[2]).toMatchObject({ identifiers: 2, has_history: false });
});

test("an import that only filled in what was missing gives the old values back", async () => {
  await runImport(world.database.house, world.cast.林晓, `姓名,手机\n,13700000001`, {
    columns: [
      { column: 0, target: "name" },
      { column: 1, target: "mobile" },
    ],
  });
  const before = await rows("select name, title from contact where name is null");
  expect(before).toHaveLength(1);
  const id = await runImport(world.database.house, world.cast.林晓, `姓名,手机,职位\n蔡志强,13700000001,总工程师`, {
    columns: [
      { column: 0, target: "name" },
      { column: 1, target: "mobile" },
      { column: 2, target: "jobTitle" },
    ],
  });
  expect(await rows("select name, title from contact where name = '蔡志强'")).toEqual([
    { name: "蔡志强", title: "总工程师" },
  ]);
  await undo(id);
  expect(await rows("select name, title from contact where name is null")).toEqual(before);
});

test("history takes stage, owner and dates from the file and starts nothing", async () => {
  const told = await rows("select count(*) from notification");
  const id = await runImport(
    world.database.house,
    world.cast.林晓,
    HEADER +
      [
        "旧客一,13600000001,旧厂,2024-03-01,陈浩,跟进中,2024-03-05",
        "旧客二,13600000002,旧厂,2024-03-02,,无效,2024-04-01",
        "旧客三,13600000003,旧厂,2024-03-03,,培育,",
        "旧客四,13600000004,旧厂,2024-03-04,陈浩,,",
        "旧客五,13600000005,旧厂,2024-03-05,没有人,跟进中,",
        "旧客六,13600000006,旧厂,2024-03-06,,已分配,",
        "旧客一,13600000001,旧厂,2024-05-01,陈浩,跟进中,",
      ].join("\n"),
    { ...SETTINGS, mode: "history" },
  );
  const entered = await rows(
    `select c.name, l.stage, p.name as owner, l.pool_kind, l.history, to_char(l.captured_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as captured
     from lead as l join contact as c on c.id = l.contact_id left join person as p on p.id = l.owner_id
     where c.name like '旧客%' order by l.captured_at`,
  );
  const day = (captured: string, name: string, stage: string, owner: string | null, pool: string | null) => ({
    name,
    stage,
    owner,
    pool_kind: pool,
    history: true,
    captured,
  });
  expect(entered).toEqual([
    day("2024-03-01", "旧客一", "sql", "陈浩", null),
    day("2024-03-02", "旧客二", "disqualified", null, "invalid"),
    day("2024-03-03", "旧客三", "nurturing", null, "nurture"),
    day("2024-03-04", "旧客四", "sql", "陈浩", null),
  ]);
  const outcomes = await rows(
    "select line, outcome, problems -> 0 ->> 'code' as code, cells ->> 0 as name from import_row where import_id = $1 and problems is not null order by line",
    [id],
  );
  expect(outcomes).toEqual([
    { line: 6, outcome: "rejected", code: "owner_unknown", name: "旧客五" },
    { line: 7, outcome: "rejected", code: "owner_missing", name: "旧客六" },
  ]);
  expect(await rows("select count(*) from notification")).toEqual(told);
  expect(await rows("select outcome from import_row where import_id = $1 and line = 8", [id])).toEqual([
    { outcome: "attached" },
  ]);
});
