import { listExports } from "@tongzhou/contract/exports";
import type { ExportRow } from "@tongzhou/contract/exports";
import { notifications } from "@tongzhou/contract/notifications";
import { company } from "@tongzhou/contract/people-teams";
import Papa from "papaparse";
import { beforeAll, describe, expect, test } from "vitest";
import { openExportWorld } from "./export-world.fixture.ts";
import type { ExportWorld } from "./export-world.fixture.ts";
import { exportSchedules } from "./capabilities/exports/index.ts";
import { stopLongOperation } from "./platform/jobs/control-long-operation.ts";
import { readArchive, readCells } from "./platform/sheets/read-archive.fixture.ts";

const EVERYTHING = { filter: { combinator: "and", rules: [] } } as const;
const MANY = 5100;

let world: ExportWorld;
let his: string[];
let hers: string[];

beforeAll(async () => {
  world = await openExportWorld();
  his = await world.meet(world.cast.陈浩, ["甲", "=cmd|' /C calc'!A0", "丙"]);
  hers = await world.meet(world.cast.王倩, ["丁", "戊"]);
});

const as = (name: Exclude<keyof ExportWorld["cast"], "teams">) => world.http.as(world.cast[name]);

async function exported(
  name: "陈浩" | "赵磊" | "林晓",
  choice: object = EVERYTHING,
  columns: string[] = ["name", "phone", "owner"],
): Promise<{ row: ExportRow; lines: string[][] }> {
  const body = { object: "contact", choice, columns, format: "csv", sort: "name" } as never;
  const begun = await as(name).call(listExports.begin, { body });
  expect(begun.status, JSON.stringify(begun.body)).toBe(201);
  const row = begun.body as ExportRow;
  const { status, bytes } = await world.fetch(world.cast[name], row.id);
  expect(status).toBe(200);
  const lines = Papa.parse<string[]>(bytes.toString("utf8").slice(1), { skipEmptyLines: true }).data;
  return { row, lines };
}

describe("a list is exported at once", () => {
  test("with the rows and the order of the list, what one may read and may take out, nothing that runs", async () => {
    const { row, lines } = await exported("陈浩");
    expect(row).toMatchObject({ state: "done", rows: 3, file: "ready", columns: ["姓名", "手机", "负责人"] });
    expect(lines[0]).toEqual(["姓名", "手机", "负责人"]);
    expect(lines.slice(1).map(([name]) => name)).toEqual(expect.arrayContaining(["甲", "'=cmd|' /C calc'!A0", "丙"]));
    for (const [, phone] of lines.slice(1)) expect(phone).toMatch(/^\+86 138 \d{4} \d{4}$/);
  });

  test("masked where the page masks: a marketer sees who it is and not the number", async () => {
    const { lines } = await exported("林晓");
    expect(lines.length - 1).toBe(his.length + hers.length);
    for (const [, phone] of lines.slice(1)) expect(phone).toMatch(/^138\*{4}\d{4}$/);
    const preview = await as("林晓").call(listExports.preview, { body: { object: "contact", choice: EVERYTHING } });
    const masked = (preview.body.columns as { id: string; masked: boolean }[]).filter((column) => column.masked);
    expect(masked.map(({ id }) => id)).toContain("phone");
    expect(preview.body).toMatchObject({ rows: 5, exact: true, inBackground: false, sheets: 1 });
  });

  test("only those that were chosen, and among them only one's own", async () => {
    const { row, lines } = await exported("陈浩", { ids: [his[0] ?? "", hers[0] ?? ""] });
    expect(row).toMatchObject({ chosen: 2, rows: 1, filter: null });
    expect(lines.slice(1).map(([name]) => name)).toEqual(["甲"]);
  });

  test("as a sheet of cells that a spreadsheet reads", async () => {
    const body = {
      object: "contact" as const,
      choice: EVERYTHING,
      columns: ["name", "phone"],
      format: "xlsx" as const,
    };
    const { body: row } = await as("陈浩").call(listExports.begin, { body });
    const { bytes, disposition } = await world.fetch(world.cast.陈浩, row.id);
    expect(disposition).toMatch(/联系人 2025-11-\d{2} \d{4}\.xlsx$/);
    const files = readArchive(bytes);
    const cells = [...readCells(files.get("xl/worksheets/sheet1.xml") ?? "").values()];
    expect(cells).toEqual(expect.arrayContaining(["姓名", "手机", "=cmd|' /C calc'!A0"]));
    expect(cells).toHaveLength(8);
  });

  test("with a line that says who took it out, once an administrator switches it on", async () => {
    await as("吴桐").call(company.edit, { body: { exportWatermark: { from: false, to: true } } });
    const { lines } = await exported("陈浩");
    expect(lines.at(-1)).toEqual([expect.stringMatching(/^云帆智能 · 陈浩 于 2025-11-\d{2} \d\d:\d\d 导出/)]);
    await as("吴桐").call(company.edit, { body: { exportWatermark: { from: true, to: false } } });
    expect((await exported("陈浩")).lines).toHaveLength(4);
  });

  test("a column that does not exist for the viewer is refused", async () => {
    const body = {
      object: "contact" as const,
      choice: EVERYTHING,
      columns: ["name", "secret"],
      format: "csv" as const,
    };
    const refused = await as("陈浩").call(listExports.begin, { body });
    expect(refused.problem).toMatchObject({ status: 400 });
    expect(await world.rows("select from list_export where columns ? 'secret'")).toHaveLength(0);
  });
});

describe("who took what out", () => {
  test("is an operation that nobody undoes, with how many rows", async () => {
    const { row } = await exported("陈浩");
    const [operation] = await world.rows("select kind, actor_id, summary from operation where id = $1", [row.id]);
    expect(operation).toEqual({
      kind: "list.export",
      actor_id: world.cast.陈浩,
      summary: { object: "contact", format: "csv", count: 3 },
    });
  });

  test("is seen by those who may see their changes; the file is fetched by its maker alone", async () => {
    const filter = {
      combinator: "and",
      rules: [{ field: "contact.name", operator: "contains", value: "甲" }],
    } as const;
    const { row } = await exported("陈浩", { filter, search: "" });
    const seen = (await as("赵磊").call(listExports.list)).body.rows as ExportRow[];
    expect(seen.find(({ id }) => id === row.id)).toMatchObject({
      person: { name: "陈浩" },
      filter,
      rows: 1,
      file: "mayNot",
    });
    expect((await as("王倩").call(listExports.list)).body.rows.map(({ id }: ExportRow) => id)).not.toContain(row.id);
    expect((await world.fetch(world.cast.赵磊, row.id)).status).toBe(403);
    expect((await world.fetch(world.cast.王倩, row.id)).status).toBe(404);
  });

  test("whoever may no longer export such records may not fetch what they exported before", async () => {
    const { row } = await exported("陈浩");
    const narrowed = world.http.withKey(world.cast.陈浩, ["contact.read"]);
    expect((await narrowed.call(listExports.show, { params: { exportId: row.id } })).body.file).toBe("mayNot");
    expect((await narrowed.call(listExports.file, { params: { exportId: row.id } })).status).toBe(403);
  });

  test("files are kept for seven days", async () => {
    const { row } = await exported("陈浩");
    const [sweep] = exportSchedules;
    await world.database.pool.query("update stored_file set created_at = created_at - interval '8 days'");
    await world.database.pool.query("update list_export set expires_at = expires_at - interval '8 days'");
    await sweep?.handle({ house: world.database.house, signal: new AbortController().signal });
    expect(await world.rows("select from stored_file where purpose = 'export'")).toHaveLength(0);
    const after = await as("陈浩").call(listExports.show, { params: { exportId: row.id } });
    expect(after.body).toMatchObject({ file: "expired", rows: 3 });
    expect((await as("陈浩").call(listExports.file, { params: { exportId: row.id } })).problem).toMatchObject({
      code: "export_expired",
    });
  });
});

describe("a long list is exported in the background", () => {
  beforeAll(async () => {
    await world.meet(
      world.cast.王倩,
      Array.from({ length: MANY }, (_, at) => `很多${at}`),
    );
  });

  const begin = async (): Promise<ExportRow> => {
    const body = { object: "contact" as const, choice: EVERYTHING, columns: ["name", "phone"], format: "csv" as const };
    return (await as("赵磊").call(listExports.begin, { body })).body as ExportRow;
  };

  test("each row once, told when it is done, and on record with how many", async () => {
    const begun = await begin();
    expect(begun).toMatchObject({ state: "queued", file: "none", rows: null });
    expect((await world.fetch(world.cast.赵磊, begun.id)).status).toBe(422);
    await world.finish(begun.id);
    const all = MANY + his.length + hers.length;
    const done = (await as("赵磊").call(listExports.show, { params: { exportId: begun.id } })).body;
    expect(done).toMatchObject({ state: "done", rows: all, done: all, total: all, file: "ready" });
    const text = (await world.fetch(world.cast.赵磊, begun.id)).bytes.toString("utf8").slice(1);
    const names = Papa.parse<string[]>(text, { skipEmptyLines: true })
      .data.slice(1)
      .map(([name]) => name);
    expect(new Set(names).size).toBe(all);
    const told = (await as("赵磊").call(notifications.list)).body.rows;
    expect(told[0]).toMatchObject({ kind: "export.finished", operationId: begun.id, params: { count: all } });
    const [operation] = await world.rows("select summary from operation where id = $1", [begun.id]);
    expect(operation?.["summary"]).toMatchObject({ count: all });
  });

  test("one that was stopped leaves nothing behind", async () => {
    const begun = await begin();
    const before = (await world.rows("select from stored_file")).length;
    const stopped = await as("赵磊").call(listExports.stop, { params: { exportId: begun.id } });
    expect(stopped.body).toMatchObject({ state: "stopping" });
    await world.finish(begun.id);
    expect((await as("赵磊").call(listExports.show, { params: { exportId: begun.id } })).body).toMatchObject({
      state: "stopped",
      file: "none",
    });
    expect(await world.rows("select from stored_file")).toHaveLength(before);
  });

  test("stopped in the midst of it, the half of a file is gone", async () => {
    const begun = await begin();
    const before = (await world.rows("select from stored_file")).length;
    const running = world.finish(begun.id);
    await stopLongOperation(world.database.house, begun.id, world.cast.赵磊);
    await running;
    const [{ state } = {}] = await world.rows("select state from long_operation where id = $1", [begun.id]);
    expect(["stopped", "done"]).toContain(state);
    expect((await world.rows("select from stored_file")).length - before).toBe(state === "done" ? 1 : 0);
  });
});
