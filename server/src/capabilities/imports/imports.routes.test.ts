import { beforeAll, expect, test } from "vitest";
import { imports } from "@tongzhou/contract/imports";
import { attachContacts, normaliseIdentifier, sortName } from "../contacts/index.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { openImportWorld } from "./import-world.fixture.ts";
import type { ImportWorld } from "./import-world.fixture.ts";

const KNOWN_BEFORE = operationKind("test.known-before");
const HEADER = "姓名,手机,邮箱,公司,职位,提交时间,意向产品,备注";
/** 于洋 as GB18030; in Chinese Windows spreadsheets are saved so. */
const GB_NAME = Buffer.from([0xd3, 0xda, 0xd1, 0xf3]);

let world: ImportWorld;

beforeAll(async () => {
  world = await openImportWorld();
  await operate(
    world.database.house,
    { actor: { kind: "person", personId: world.cast.林晓 }, kind: KNOWN_BEFORE, source: "command" },
    (context) =>
      attachContacts(
        context,
        [
          ["于洋", "13900007731", ""],
          ["许国华", "13900000001", ""],
          ["许帼华", "", "xu@yunling.test"],
        ].map(([name = "", phone = "", email = ""]) => ({
          name,
          nameSort: sortName(name),
          title: "设备部经理",
          accountId: null,
          at: context.now,
          identifiers: [identifier("phone", phone), identifier("email", email)].flat(),
        })),
      ),
  );
});

function identifier(kind: string, raw: string) {
  const read = normaliseIdentifier(kind, raw);
  return read.value === null ? [] : [{ kind: read.kind, value: read.value, raw, strong: read.strong }];
}

const marketer = () => world.http.as(world.cast.林晓);
const mapped = (targets: readonly (string | null)[], more: object = {}) => ({
  columns: targets.flatMap((target, column) => (target === null ? [] : [{ column, target }])) as never,
  ...more,
});
const USUAL = mapped(["name", "mobile", "email", "company", "jobTitle", "occurredAt", "productLine", "note"]);

test("an uploaded file is previewed with its columns recognised", async () => {
  const file = await world.upload(
    `${HEADER}\n于洋,139-0000-7731,yuyang@hy-gl.test,宏远管廊,机电部经理,2025/11/19,挂轨,想看\n`,
  );
  expect(file).toMatchObject({ name: "名单.csv", lineCount: 2 });
  const preview = await marketer().call(imports.preview, { params: { fileId: file.fileId }, body: {} });
  expect(preview.status).toBe(200);
  expect(preview.body).toMatchObject({
    format: { encoding: "utf-8", separator: ",", newline: "\n" },
    hasHeader: true,
    remembered: null,
  });
  expect(preview.body.columns.map((column: { target: string }) => column.target)).toEqual([
    "name",
    "mobile",
    "email",
    "company",
    "jobTitle",
    "occurredAt",
    "productLine",
    "note",
  ]);
  expect(preview.body.rows[0].cells[0]).toBe("于洋");
});

test("GB18030, semicolons and old line ends are found by looking at the whole file, and can be chosen otherwise", async () => {
  const ascii = "Zhang San;13800000000\r\n".repeat(20_000);
  const content = Buffer.concat([
    Buffer.from("name;mobile\r\n"),
    Buffer.from(ascii),
    GB_NAME,
    Buffer.from(";13900007731"),
  ]);
  const file = await world.upload(content, "old.csv");
  const params = { fileId: file.fileId };
  const preview = await marketer().call(imports.preview, { params, body: {} });
  expect(preview.body.format).toEqual({ encoding: "gb18030", separator: ";", newline: "\n" });
  const chosen = await marketer().call(imports.preview, { params, body: { encoding: "utf-8", separator: "," } });
  expect(chosen.body).toMatchObject({ format: { encoding: "utf-8", separator: "," }, confidence: "certain" });
});

test("the first rows are shown as they will become, with those that surprise and what product lines are written", async () => {
  const { fileId } = await world.upload(
    [
      HEADER,
      "于洋,139-0000-7731（微信同号）,,宏远管廊,,2025-11-19 09:12,挂轨,",
      "张工,,,,,,都想看,",
      ",13800138000,,,,2025-11-19,挂轨,",
      "林晓,,,#REF!,,,挂轨,",
      "赵磊,62335566,zhao@yunfan.test,,,,,",
    ].join("\r\n"),
  );
  const answer = await marketer().call(imports.readRows, { params: { fileId }, body: USUAL });
  expect(answer.status).toBe(200);
  const [first] = answer.body.rows;
  expect(first).toMatchObject({ line: 2, outcome: "draft", problems: [] });
  expect(first.values).toEqual(
    expect.arrayContaining([
      { target: "phone", value: "+8613900007731" },
      { target: "occurredAt", value: "2025-11-19T01:12:00.000Z" },
    ]),
  );
  expect(answer.body.surprises.map((row: { line: number }) => row.line)).toEqual([3, 4, 6]);
  expect(answer.body.productLines).toEqual([{ text: "挂轨", rows: 2, productLineId: null }]);
  expect(answer.body.rowsLookedAt).toBe(5);
});

test("a dry run tells new from known, conflicts, differing values and rejected rows, and writes nothing", async () => {
  const before = await world.database.pool.query("select count(*) from operation");
  const { fileId } = await world.upload(
    [
      HEADER,
      "于洋,13900007731,,宏远管廊,总工程师,,,",
      "邱晨,13800138001,,皖江综合管廊,,,,",
      "邱晨,13800138001,qiu@wj.test,皖江综合管廊,,,,",
      "许国华,13900000001,xu@yunling.test,,,,,",
      "张工,,,,,,,",
      "老刘,1380000,,,,,,",
    ].join("\n"),
  );
  const answer = await marketer().call(imports.dryRun, { params: { fileId }, body: USUAL });
  expect(answer.status, JSON.stringify(answer.body)).toBe(200);
  expect(answer.body).toMatchObject({
    rows: 6,
    complete: true,
    created: 1,
    attached: 3,
    conflicts: 1,
    rejected: 2,
    newAccounts: 2,
    knownAccounts: 0,
    attachedByKind: [{ kind: "phone", rows: 3 }],
    differing: 1,
  });
  expect(answer.body.differingSamples).toMatchObject([
    { line: 2, field: "jobTitle", inFile: "总工程师", now: "设备部经理" },
  ]);
  expect(answer.body.conflictSamples).toMatchObject([
    {
      line: 5,
      records: [
        { name: "许国华", by: "phone" },
        { name: "许帼华", by: "email" },
      ],
    },
  ]);
  expect(answer.body.rejectedByReason.map(({ code, rows }: { code: string; rows: number }) => [code, rows])).toEqual([
    ["no_identifier", 1],
    ["phone_impossible", 1],
  ]);
  expect((await world.database.pool.query("select count(*) from operation")).rows).toEqual(before.rows);
});

test("a mapping that leads nowhere is refused with the reason", async () => {
  const { fileId } = await world.upload(`${HEADER}\n于洋,13900007731,,,,,,`);
  const tried = async (body: object) =>
    (await marketer().call(imports.dryRun, { params: { fileId }, body: body as never })).problem.code;
  expect(await tried(mapped(["name", null, null, null, "jobTitle"]))).toBe("import_nobody_mapped");
  expect(await tried(mapped(["name", "mobile", "name"]))).toBe("import_target_twice");
  expect(await tried({ columns: [{ column: 20, target: "mobile" }] })).toBe("import_column_missing");
});

test("an empty file is refused, and a file is shown to nobody but who brought it", async () => {
  await expect(world.upload("")).rejects.toThrow("import_file_empty");
  const { fileId } = await world.upload(`${HEADER}\n于洋,13900007731,,,,,,`);
  const other = world.http.as(world.cast.吴桐);
  const answer = await other.call(imports.preview, { params: { fileId }, body: {} });
  expect([answer.status, answer.problem.code]).toEqual([403, "import_not_yours"]);
});

test("an import can be paused, goes on from where it is, and is stopped with what it has done", async () => {
  const people = Array.from({ length: 30 }, (_, row) => `人${row},137${String(row).padStart(8, "0")}`).join("\n");
  const importId = await world.begin(`姓名,手机\n${people}`, mapped(["name", "mobile"]) as never);
  const act = (what: "pause" | "resume" | "stop") => marketer().call(imports[what], { params: { importId } });
  expect((await act("pause")).body).toMatchObject({ state: "paused", done: 0 });
  expect((await act("pause")).problem.code).toBe("import_not_running");
  expect((await act("resume")).body.state).toBe("queued");
  await world.work();
  expect((await world.reaches(importId, "done")).counts).toMatchObject({ created: 30 });
  expect((await act("stop")).problem.code).toBe("import_ended_already");
  expect((await act("resume")).problem.code).toBe("import_nothing_to_resume");
  const list = await marketer().call(imports.list, { query: { limit: 1 } });
  expect(list.body.rows).toMatchObject([{ id: importId, state: "done" }]);
});
