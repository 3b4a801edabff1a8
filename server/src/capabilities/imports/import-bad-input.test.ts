import { beforeAll, expect, test } from "vitest";
import { imports } from "@tongzhou/contract/imports";
import type { ImportResult, RejectedRow } from "@tongzhou/contract/imports";
import { BAD_ROWS, fileWithBadRows, ROWS } from "./domain/bad-file.fixture.ts";
import { columnsOf, openImportWorld } from "./import-world.fixture.ts";
import type { ImportWorld } from "./import-world.fixture.ts";

const SETTINGS = { columns: columnsOf("name", "mobile", "company", "occurredAt", "note") };
const PATIENCE_MS = 240_000;

let world: ImportWorld;
let result: ImportResult;
let expected: string[];

beforeAll(async () => {
  world = await openImportWorld();
  const file = fileWithBadRows();
  expected = file.expected;
  result = await world.importAll(file.bytes, SETTINGS, "坏行.csv");
}, PATIENCE_MS);

const rows = async (text: string): Promise<Record<string, unknown>[]> => (await world.database.pool.query(text)).rows;

async function rejectedRows(): Promise<RejectedRow[]> {
  const all: RejectedRow[] = [];
  for (let cursor: string | undefined; ;) {
    const query = { limit: 200, ...(cursor === undefined ? {} : { cursor }) };
    const page = await world.http.as(world.cast.林晓).call(imports.rejects, { params: { importId: result.id }, query });
    all.push(...page.body.rows);
    cursor = page.body.nextCursor;
    if (cursor === undefined) return all;
  }
}

test("19,000 good rows of 20,000 are in, and every row is accounted for", async () => {
  expect(result.counts).toMatchObject({ rows: ROWS, rejected: BAD_ROWS, blank: 0 });
  expect(result.counts.created + result.counts.attached).toBe(ROWS - BAD_ROWS);
  expect(result.newContacts).toBe(result.counts.created);
  expect(await rows("select count(*)::int as touches from touch")).toEqual([{ touches: ROWS - BAD_ROWS }]);
  expect(await rows("select count(*)::int as contacts from contact")).toEqual([{ contacts: result.newContacts }]);
  expect(await rows(`select outcome, count(*)::int as rows from import_row group by outcome order by outcome`)).toEqual(
    [
      { outcome: "attached", rows: result.counts.attached },
      { outcome: "created", rows: result.counts.created },
      { outcome: "rejected", rows: BAD_ROWS },
    ],
  );
});

test("formulas and characters of four bytes are kept as what they are", async () => {
  const [named] = await rows("select name from account where name like '+%' limit 1");
  expect(named).toEqual({ name: "+云帆" });
  expect(await rows("select distinct name from contact where name like '𠮷%'")).toEqual([{ name: "𠮷田👨‍👩‍👧" }]);
});

test("1,000 bad rows come back with line, column, value and reason", async () => {
  const found = await rejectedRows();
  expect(found.map(({ line, problems }) => `${line} ${problems.map(({ code }) => code).join()}`)).toEqual(expected);
  const impossible = found.find(({ problems }) => problems[0]?.code === "phone_impossible");
  expect(impossible?.problems[0]).toMatchObject({ column: "手机", value: impossible?.cells[1] });
  expect(result.rejectedByReason.reduce((sum, { rows: count }) => sum + count, 0)).toBe(BAD_ROWS);
});

test("the error file, with its dates put right, brings in what was put right", async () => {
  const file = await world.http.app.inject({
    url: `/api/imports/${result.id}/errors.csv`,
    headers: { cookie: `tongzhou=${world.cast.林晓}` },
  });
  const corrected = file.payload.replaceAll("1970-01-01", "2025-03-01").replaceAll("2099-12-31", "2025-03-01");
  const again = await world.importAll(
    corrected,
    { columns: columnsOf(null, null, null, "name", "mobile", "company", "occurredAt", "note") },
    "改好.csv",
  );
  // The 200 dates, and the 100 broken quotes by being written out cell by cell.
  expect(again.counts).toMatchObject({ rows: BAD_ROWS, rejected: BAD_ROWS - 300 });
});
