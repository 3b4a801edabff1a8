import { beforeAll, expect, test } from "vitest";
import { imports } from "@tongzhou/contract/imports";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { columnsOf, openImportWorld } from "./import-world.fixture.ts";
import type { ImportWorld } from "./import-world.fixture.ts";

const HEADER = "姓名,手机,公司,提交时间,活动,产品线,备注";
const SETTINGS = {
  columns: columnsOf("name", "mobile", "company", "occurredAt", "campaign", "productLine", "note"),
};

let world: ImportWorld;

beforeAll(async () => {
  world = await openImportWorld();
});

const count = async (table: string): Promise<number> =>
  (await world.database.pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1;

test("good rows become contacts, accounts, touches and leads; bad rows come back with every reason", async () => {
  const result = await world.importAll(
    [
      HEADER,
      "邱晨,13800138001,皖江综合管廊,2025-11-19 09:12,管廊大会,,想看演示",
      "邱晨,138-0013-8001,皖江综合管廊,2025-11-20,管廊大会,,又问了一次",
      ",13800138002,皖江综合管廊,2025-11-19,,,",
      "鲁明,,宁川轨交,2025-11-19,,,",
      "张工,,,,,,",
      "老刘,1380000,,1970-01-01,,,",
    ].join("\r\n"),
    SETTINGS,
    "管廊大会.csv",
  );
  expect(result).toMatchObject({
    name: "管廊大会.csv",
    startedByName: "林晓",
    counts: { rows: 6, created: 3, attached: 1, rejected: 2, blank: 0 },
    newContacts: 3,
    newAccounts: 2,
    undone: false,
    mayReadFile: true,
  });
  expect(result.done).toBe(result.total);
  expect(result.leads.reduce((sum, { leads }) => sum + leads, 0)).toBe(3);
  expect(result.rejectedByReason).toEqual([
    { code: "date_out_of_range", rows: 1 },
    { code: "no_identifier", rows: 1 },
    { code: "phone_impossible", rows: 1 },
  ]);
  expect([await count("contact"), await count("account"), await count("lead"), await count("touch")]).toEqual([
    3, 2, 3, 4,
  ]);
  const { rows } = await world.database.pool.query("select name, type, status from campaign");
  expect(rows).toEqual([{ name: "管廊大会", type: "offline_event", status: "draft" }]);
});

test("the error file holds the rejected rows, is corrected, and goes in", async () => {
  const { id } = await world.importAll(
    `${HEADER}\n张工,,,,,,\n=老刘,1380000,宁川轨交,1970-01-01,,,\n`,
    SETTINGS,
    "两行.csv",
  );
  const rejects = await world.http.as(world.cast.林晓).call(imports.rejects, { params: { importId: id } });
  expect(rejects.body.rows.map((row: { line: number; cells: string[] }) => [row.line, row.cells[0]])).toEqual([
    [2, "张工"],
    [3, "=老刘"],
  ]);
  const file = await world.http.app.inject({
    url: `/api/imports/${id}/errors.csv`,
    headers: { cookie: `tongzhou=${world.cast.林晓}` },
  });
  expect(decodeURIComponent(String(file.headers["content-disposition"]))).toContain("两行_没导入的行.csv");
  expect(file.payload).toContain("不是可能的电话号码；时间早于 2000 年，或晚于一年以后");
  const corrected = file.payload.replace("1380000", "13800138009").replace("1970-01-01", "2025-11-01");
  const again = await world.importAll(
    corrected,
    { columns: columnsOf(null, null, null, "name", "mobile", "company", "occurredAt") },
    "改好.csv",
  );
  expect(again.counts).toMatchObject({ created: 1, rejected: 1 });
  const { rows } = await world.database.pool.query("select name from contact where name like '%老刘'");
  expect(rows).toEqual([{ name: "=老刘" }]);
});

test("an import is undone to the last row, and stays in the history", async () => {
  const dump = async (): Promise<unknown> =>
    Promise.all(
      [
        "contact",
        "identifier",
        "account",
        "account_identifier",
        "membership",
        "lead",
        "touch",
        "lifecycle_event",
        "campaign",
      ].map(
        async (table) =>
          (await world.database.pool.query(`select to_jsonb(t) as row from ${table} as t order by to_jsonb(t)::text`))
            .rows,
      ),
    );
  const before = await dump();
  const { id } = await world.importAll(
    `${HEADER}\n邱晨,13800138001,另一家公司,2025-11-21,新活动,,\n何佩,13900000002,皖江综合管廊,2025-11-20,新活动,,`,
    SETTINGS,
  );
  expect(await dump()).not.toEqual(before);
  const undone = await undoOperation(world.database.house, {
    operationId: id,
    actor: { kind: "person", personId: world.cast.林晓 },
    source: "web",
  });
  expect(undone).toMatchObject({ report: { stayingCount: 0 } });
  expect(await dump()).toEqual(before);
  const list = await world.http.as(world.cast.林晓).call(imports.list, {});
  expect(list.body.rows[0]).toMatchObject({ id, undone: true, state: "done" });
});

test("the mapping is remembered for the same headers in any order, a column left out on purpose too", async () => {
  await world.importAll("称呼,号码,别的\n何佩,13900000002,x", {
    columns: columnsOf("name", "mobile"),
    source: "展会",
    touchKind: "event_seat",
  });
  const { fileId } = await world.upload("别的,号码,称呼\ny,13900000003,王倩");
  const preview = await world.http.as(world.cast.林晓).call(imports.preview, { params: { fileId }, body: {} });
  expect(preview.body.remembered).toMatchObject({ source: "展会", touchKind: "event_seat" });
  expect(
    preview.body.columns.map(({ target, because }: { target: string; because: string }) => [target, because]),
  ).toEqual([
    [null, "remembered"],
    ["mobile", "remembered"],
    ["name", "remembered"],
  ]);
});
