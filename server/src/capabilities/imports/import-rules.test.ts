import { beforeAll, expect, test } from "vitest";
import { imports } from "@tongzhou/contract/imports";
import type { DryRun } from "@tongzhou/contract/imports";
import { attachContacts, normaliseIdentifier, sortName } from "../contacts/index.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { openImportWorld } from "./import-world.fixture.ts";
import type { ImportWorld } from "./import-world.fixture.ts";

const KNOWN_BEFORE = operationKind("test.known-before");
const FILE = [
  "姓名,手机,职务,地区",
  "于大洋,13900007731,总工程师,上海",
  "周青,13900007732,采购部长,北京",
  "新来的,13900007733,工程师,上海",
].join("\n");

let world: ImportWorld;

beforeAll(async () => {
  world = await openImportWorld();
  await world.work();
});

const marketer = () => world.http.as(world.cast.林晓);
type Rule = "fill" | "overwrite" | "never";

/** Two people known before, one of them 林晓's own and without a region. */
async function knowPeople(prefix: string): Promise<void> {
  await operate(
    world.database.house,
    { actor: { kind: "person", personId: world.cast.林晓 }, kind: KNOWN_BEFORE, source: "command" },
    (context) =>
      attachContacts(
        context,
        [
          { name: "于洋", phone: "13900007731", title: "设备部经理", regionCode: null, ownerId: world.cast.林晓 },
          { name: "周青", phone: "13900007732", title: "采购员", regionCode: "320100", ownerId: world.cast.陈浩 },
        ].map(({ phone, ...person }) => {
          const read = normaliseIdentifier("phone", prefix + phone.slice(3));
          return {
            ...person,
            nameSort: sortName(person.name),
            accountId: null,
            at: context.now,
            identifiers: [{ kind: read.kind, value: read.value ?? "", raw: phone, strong: true }],
          };
        }),
      ),
  );
}

const settingsOf = (rules: { name?: Rule; title?: Rule; region?: Rule }) => ({
  columns: [
    { column: 0, target: "name" as const, ...(rules.name ? { rule: rules.name } : {}) },
    { column: 1, target: "mobile" as const },
    { column: 2, target: "jobTitle" as const, ...(rules.title ? { rule: rules.title } : {}) },
    { column: 3, target: "region" as const, ...(rules.region ? { rule: rules.region } : {}) },
  ],
});

async function peopleOf(prefix: string): Promise<(string | null)[][]> {
  const { rows } = await world.database.pool.query<{ name: string; title: string; region: string; aliases: string }>(
    `select c.name, c.title, c.region_code as region,
            (select string_agg(name, '、' order by name) from contact_alias where contact_id = c.id) as aliases
     from contact as c
     join identifier as i on i.contact_id = c.id and i.kind = 'phone'
     where i.value like $1
     order by i.value`,
    [`+86${prefix}%`],
  );
  return rows.map(({ name, title, region, aliases }) => [name, title, region, aliases]);
}

const fileOf = (prefix: string): string => FILE.replaceAll("139", prefix);

test("blanks are filled and nothing else unless a column says so", async () => {
  await knowPeople("151");
  await world.importAll(fileOf("151"), settingsOf({}));
  expect(await peopleOf("151")).toEqual([
    ["于洋", "设备部经理", "310000", "于大洋"],
    ["周青", "采购员", "320100", null],
    ["新来的", "工程师", "310000", null],
  ]);
});

test("a column that never changes anybody fills no blank either, and new people have it all the same", async () => {
  await knowPeople("152");
  await world.importAll(fileOf("152"), settingsOf({ region: "never" }));
  expect(await peopleOf("152")).toEqual([
    ["于洋", "设备部经理", null, "于大洋"],
    ["周青", "采购员", "320100", null],
    ["新来的", "工程师", "310000", null],
  ]);
});

const ALL_OVER = settingsOf({ name: "overwrite", title: "overwrite", region: "overwrite" });

async function tryAndImport(personId: string, prefix: string) {
  const by = world.http.as(personId);
  const { fileId } = await world.upload(fileOf(prefix), "名单.csv", personId);
  const tried = await by.call(imports.dryRun, { params: { fileId }, body: ALL_OVER });
  const begun = await by.call(imports.begin, { body: { fileId, settings: ALL_OVER } });
  return { tried: tried.body as DryRun, result: await world.reaches(begun.body.id, "done") };
}

test("a column whose file wins writes over what stands there, says so before, and undo brings it back", async () => {
  await knowPeople("153");
  const before = await peopleOf("153");
  const { tried, result } = await tryAndImport(world.cast.吴桐, "153");
  expect(tried.changes).toEqual([
    { field: "name", rule: "overwrite", filled: 0, overwritten: 1, kept: 0 },
    { field: "jobTitle", rule: "overwrite", filled: 0, overwritten: 2, kept: 0 },
    { field: "region", rule: "overwrite", filled: 1, overwritten: 1, kept: 0 },
  ]);
  expect(result.counts).toMatchObject({ created: 1, attached: 2, overwritten: 4 });
  expect(await peopleOf("153")).toEqual([
    ["于大洋", "总工程师", "310000", "于洋"],
    ["周青", "采购部长", "110000", null],
    ["新来的", "工程师", "310000", null],
  ]);
  await undoOperation(world.database.house, {
    operationId: result.id,
    actor: { kind: "person", personId: world.cast.吴桐 },
    source: "web",
  });
  expect(await peopleOf("153")).toEqual(before);
});

test("whoever may not edit a person does not write over them by a file either, and is told", async () => {
  await knowPeople("155");
  const { tried, result } = await tryAndImport(world.cast.林晓, "155");
  expect(tried.changes.map(({ overwritten, kept }) => [overwritten, kept])).toEqual([
    [0, 1],
    [0, 2],
    [0, 1],
  ]);
  expect(result.counts).toMatchObject({ attached: 2, overwritten: 0 });
  expect((await peopleOf("155")).slice(0, 2)).toEqual([
    ["于洋", "设备部经理", "310000", "于大洋"],
    ["周青", "采购员", "320100", null],
  ]);
  const { rows } = await world.database.pool.query(
    "select problems -> 0 ->> 'code' as code, problems -> 0 -> 'params' as params from import_row where import_id = $1 order by 1, 2",
    [result.id],
  );
  expect(rows.filter(({ code }) => code !== null)).toEqual([
    { code: "values_not_yours", params: { values: 2 } },
    { code: "values_not_yours", params: { values: 2 } },
  ]);
});

test("the rule of a column is remembered with what the column is", async () => {
  await world.importAll(fileOf("154"), settingsOf({ title: "overwrite", region: "never" }));
  const { fileId } = await world.upload(fileOf("154"));
  const preview = await marketer().call(imports.preview, { params: { fileId }, body: {} });
  expect(preview.body.columns.map(({ rule }: { rule: string | null }) => rule)).toEqual([
    null,
    null,
    "overwrite",
    "never",
  ]);
});
