import { beforeAll, expect, test } from "vitest";
import { imports } from "@tongzhou/contract/imports";
import type { DryRun, ImportPreview, ImportResult } from "@tongzhou/contract/imports";
import type { CustomField } from "@tongzhou/contract/fields";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { finishImport, runImport } from "../../run-import.fixture.ts";
import { openImportWorld } from "./import-world.fixture.ts";
import type { ImportWorld } from "./import-world.fixture.ts";

let world: ImportWorld;
let added: Record<"card" | "level" | "likes" | "birthday" | "adviser" | "budget" | "tried" | "floor", CustomField>;

const option = (name: string, nameEn: string | null = null) => ({ name, nameEn });

beforeAll(async () => {
  world = await openImportWorld();
  added = {
    card: await world.addField({ name: "会员卡号", unique: true }),
    level: await world.addField({
      name: "会员等级",
      type: "choice",
      options: [option("金卡", "Gold"), option("银卡")],
    }),
    likes: await world.addField({
      name: "爱好",
      type: "choices",
      options: [option("跑步"), option("钓鱼"), option("琴, 棋")],
    }),
    birthday: await world.addField({ name: "生日", type: "date", sensitive: true }),
    adviser: await world.addField({ name: "会籍顾问", type: "user" }),
    budget: await world.addField({ name: "意向预算", type: "money", object: "lead" }),
    tried: await world.addField({ name: "体验过", nameEn: "Tried", type: "boolean", object: "lead" }),
    floor: await world.addField({ name: "底价", visibleTo: ["sales_manager"] }),
  };
});

const marketer = () => world.http.as(world.cast.林晓);
type Rule = "fill" | "overwrite" | "never";

const column = (place: number, field: CustomField, rule?: Rule) => ({
  column: place,
  target: "added" as const,
  fieldId: field.id,
  ...(rule ? { rule } : {}),
});
const PERSON = [
  { column: 0, target: "name" as const },
  { column: 1, target: "mobile" as const },
];

/** Begins an import as the page does and runs it here and now. */
async function importAll(content: string, settings: Parameters<ImportWorld["begin"]>[1]): Promise<ImportResult> {
  const importId = await world.begin(content, settings);
  await finishImport(world.database.house, importId);
  return (await marketer().call(imports.show, { params: { importId } })).body as ImportResult;
}

/** What contacts and leads have in added fields, by the name of the contact. */
async function valuesOf(prefix: string): Promise<Record<string, Record<string, unknown>>> {
  const { rows } = await world.database.pool.query<{ person: string; field: string; value: unknown }>(
    `select c.name as person, f.name as field,
       coalesce(to_jsonb(v.text_value), to_jsonb(v.day), to_jsonb(v.yes), to_jsonb(v.amount),
         (select to_jsonb(o ->> 'name') from jsonb_array_elements(f.options) as o where o ->> 'id' = v.code),
         (select jsonb_agg(o ->> 'name') from jsonb_array_elements(f.options) as o where o ->> 'id' = any(v.codes)),
         (select to_jsonb(p.name) from person as p where p.id = v.person_id)) as value
     from custom_value as v
     join custom_field as f on f.id = v.field_id
     left join lead as l on l.id = v.lead_id
     join contact as c on c.id = coalesce(v.contact_id, l.contact_id)
     where c.name like $1`,
    [`${prefix}%`],
  );
  const people: Record<string, Record<string, unknown>> = {};
  for (const { person, field, value } of rows) people[person] = { ...people[person], [field]: value };
  return people;
}

test("columns are proposed by the names of added fields, and what they hold is read by its type", async () => {
  const { fileId } = await world.upload(
    "姓名,手机,会员等级,爱好,生日,Tried,底价\n甲一,13900000001,Gold,跑步；钓鱼,1990年3月4日,是,1",
  );
  const preview = (await marketer().call(imports.preview, { params: { fileId }, body: {} })).body as ImportPreview;
  expect(preview.columns.map(({ fieldId }) => fieldId)).toEqual([
    null,
    null,
    added.level.id,
    added.likes.id,
    added.birthday.id,
    added.tried.id,
    null,
  ]);
  const columns = preview.columns.flatMap(({ column: place, target, fieldId }) =>
    target === null ? [] : [{ column: place, target, ...(fieldId === null ? {} : { fieldId }) }],
  );
  const { body } = await marketer().call(imports.readRows, { params: { fileId }, body: { columns } });
  const values = (body.rows[0].values as { fieldId?: string; value: string }[]).filter(({ fieldId }) => fieldId);
  expect(values.map(({ value }) => JSON.parse(value) as unknown)).toEqual([
    added.level.options?.[0]?.id,
    added.likes.options?.slice(0, 2).map(({ id }) => id),
    "1990-03-04",
    true,
  ]);
});

test("people and leads have what the columns say, and all of it goes again with an undo", async () => {
  const settings = {
    columns: [
      ...PERSON,
      ...[added.card, added.level, added.likes, added.birthday, added.adviser, added.budget, added.tried].map(
        (field, at) => column(at + 2, field),
      ),
    ],
  };
  const file = [
    "姓名,手机,卡号,等级,爱好,生日,顾问,预算,体验过",
    'A1,13900000011,K-001,金卡,"琴, 棋",1988/2/29,陈浩,¥1.2万,yes',
    "A2,13900000012,,银卡,钓鱼,,,,否",
  ].join("\n");
  const result = await importAll(file, settings);
  expect(result.counts).toMatchObject({ created: 2, rejected: 0 });
  expect(await valuesOf("A")).toEqual({
    A1: {
      会员卡号: "K-001",
      会员等级: "金卡",
      爱好: ["琴, 棋"],
      生日: "1988-02-29",
      会籍顾问: "陈浩",
      意向预算: 1_200_000,
      体验过: true,
    },
    A2: { 会员等级: "银卡", 爱好: ["钓鱼"], 体验过: false },
  });
  const { fileId } = await world.upload(file);
  const again = (await marketer().call(imports.preview, { params: { fileId }, body: {} })).body as ImportPreview;
  expect(again.columns.map(({ fieldId }) => fieldId)).toContain(added.adviser.id);
  const asked = {
    operationId: result.id,
    actor: { kind: "person", personId: world.cast.林晓 },
    source: "web",
  } as const;
  expect(await undoOperation(world.database.house, asked)).toMatchObject({ report: { stayingCount: 0 } });
  expect(await valuesOf("A")).toEqual({});
});

test("a cell that its field cannot hold keeps its row out and says what would do", async () => {
  const number = await world.addField({ name: "积分", type: "number" });
  const settings = {
    object: "contact" as const,
    columns: [
      ...PERSON,
      column(2, added.level),
      column(3, added.birthday),
      column(4, added.adviser),
      column(5, number),
    ],
  };
  const rows = [
    "B1,13900000021,钻石卡,,,",
    "B2,13900000022,,1990-02-30,,",
    "B3,13900000023,,,查无此人,",
    "B4,13900000024,,,,很多",
    'B5,13900000025,金卡,1990-02-28,王倩,"1,200.5"',
  ];
  const { fileId } = await world.upload(["姓名,手机,等级,生日,顾问,积分", ...rows].join("\n"));
  const trial = (await marketer().call(imports.dryRun, { params: { fileId }, body: settings })).body as DryRun;
  expect(trial).toMatchObject({ created: 1, rejected: 4 });
  expect(trial.rejectedByReason.map(({ code }) => code).toSorted()).toEqual([
    "date_unreadable",
    "number_unreadable",
    "option_unknown",
    "owner_unknown",
  ]);
  const result = await importAll(["姓名,手机,等级,生日,顾问,积分", ...rows].join("\n"), settings);
  expect(result.counts).toMatchObject({ created: 1, rejected: 4 });
  const { body } = await marketer().call(imports.rejects, { params: { importId: result.id }, query: {} });
  expect(body.rows[0]).toMatchObject({
    problems: [{ code: "option_unknown", column: "等级", value: "钻石卡", params: { options: "金卡、银卡" } }],
    cells: ["B1", "13900000021", "钻石卡", "", "", ""],
  });
});

test("known people keep what they have unless the column says otherwise, and only where one may edit them", async () => {
  const head = "姓名,手机,等级,生日\n";
  const settings = (level: Rule, birthday: Rule = "fill") => ({
    object: "contact" as const,
    columns: [...PERSON, column(2, added.level, level), column(3, added.birthday, birthday)],
  });
  await importAll(`${head}C1,13900000031,银卡,\nC2,13900000032,银卡,`, settings("fill"));
  const second = `${head}C1,13900000031,金卡,1991-01-01\nC2,13900000032,金卡,`;
  const changesFor = async (name: "林晓" | "吴桐"): Promise<DryRun["changes"]> => {
    const { fileId } = await world.upload(second, "名单.csv", world.cast[name]);
    const asked = { params: { fileId }, body: settings("overwrite") };
    const trial = (await world.http.as(world.cast[name]).call(imports.dryRun, asked)).body as DryRun;
    expect(trial.differingSamples[0]).toMatchObject({ field: "added", fieldId: added.level.id });
    return trial.changes.filter(({ field }) => field === "added");
  };
  const filled = { field: "added", fieldId: added.birthday.id, rule: "fill", filled: 1, overwritten: 0, kept: 0 };
  const level = { field: "added", fieldId: added.level.id, rule: "overwrite", filled: 0 };
  expect(await changesFor("林晓")).toEqual([{ ...level, overwritten: 0, kept: 2 }, filled]);
  expect(await changesFor("吴桐")).toEqual([{ ...level, overwritten: 2, kept: 0 }, filled]);

  await importAll(second, settings("never", "never"));
  const silver = { 会员等级: "银卡" };
  expect(await valuesOf("C")).toEqual({ C1: silver, C2: silver });
  const hers = await importAll(second, settings("overwrite"));
  expect(hers.counts).toMatchObject({ attached: 2, overwritten: 0 });
  expect(await valuesOf("C")).toEqual({ C1: { ...silver, 生日: "1991-01-01" }, C2: silver });
  const operationId = await runImport(world.database.house, world.cast.吴桐, second, settings("overwrite"));
  expect(await valuesOf("C")).toEqual({ C1: { 会员等级: "金卡", 生日: "1991-01-01" }, C2: { 会员等级: "金卡" } });
  const actor = { kind: "person", personId: world.cast.吴桐 } as const;
  await undoOperation(world.database.house, { operationId, actor, source: "web" });
  expect(await valuesOf("C")).toEqual({ C1: { ...silver, 生日: "1991-01-01" }, C2: silver });
});

test("a value that may be there only once is its first bearer's, in the file and in the house", async () => {
  const settings = { object: "contact" as const, columns: [...PERSON, column(2, added.card)] };
  const file =
    "姓名,手机,卡号\nD1,13900000041,VIP-1\nD2,13900000042,ｖｉｐ-1\nD1,13900000041,vip-1\nD3,13900000043,VIP-2";
  const { fileId } = await world.upload(file);
  const trial = (await marketer().call(imports.dryRun, { params: { fileId }, body: settings })).body as DryRun;
  expect(trial).toMatchObject({ created: 2, attached: 1, rejected: 1 });
  const result = await importAll(file, settings);
  expect(result.counts).toMatchObject({ created: 2, attached: 1, rejected: 1 });
  expect(result.rejectedByReason).toEqual([{ code: "value_taken", rows: 1 }]);
  const later = await importAll("姓名,手机,卡号\nD4,13900000044,VIP-2\nD3,13900000043,VIP-2", settings);
  expect(later.counts).toMatchObject({ created: 0, attached: 1, rejected: 1 });
  expect(await valuesOf("D")).toEqual({ D1: { 会员卡号: "VIP-1" }, D3: { 会员卡号: "VIP-2" } });
});

test("fields that are not there for somebody, of another object, gone or said twice are refused", async () => {
  const { fileId } = await world.upload("姓名,手机,值,值二\nE1,13900000051,1,2");
  const codeFor = async (...columns: object[]): Promise<string> => {
    const body = { object: "contact" as const, columns: [...PERSON, ...columns] as never };
    return (await marketer().call(imports.dryRun, { params: { fileId }, body })).problem.code;
  };
  expect(await codeFor(column(2, added.floor))).toBe("import_field_gone");
  expect(await codeFor(column(2, added.budget))).toBe("import_field_gone");
  expect(await codeFor({ column: 2, target: "added" })).toBe("import_field_gone");
  expect(await codeFor(column(2, added.card), column(3, added.card))).toBe("import_target_twice");
});
