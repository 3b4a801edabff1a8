import { beforeAll, expect, test } from "vitest";
import { imports } from "@tongzhou/contract/imports";
import type { DryRun, ImportPreview, ImportResult } from "@tongzhou/contract/imports";
import type { ImportSettings } from "@tongzhou/contract/import-settings";
import type { z } from "zod";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { finishImport, runImport } from "../../run-import.fixture.ts";
import { columnsOf, openImportWorld } from "./import-world.fixture.ts";
import type { ImportWorld } from "./import-world.fixture.ts";

type Settings = z.input<typeof ImportSettings>;

const HEADER = "企业名称,统一社会信用代码,所属行业,所在地区,员工人数,客户等级,上级公司,负责人";
const COLUMNS = columnsOf("company", "creditCode", "industry", "region", "companySize", "tier", "parent", "owner");
const SETTINGS: Settings = { object: "account", columns: COLUMNS };
const CODE = "91110000802100433B";

let world: ImportWorld;

beforeAll(async () => {
  world = await openImportWorld();
});

/** As the page does, the batches run here and now. */
async function importAll(content: string, settings: Settings = SETTINGS): Promise<ImportResult> {
  const by = world.http.as(world.cast.吴桐);
  const { fileId } = await world.upload(content, "公司.csv", world.cast.吴桐);
  const begun = await by.call(imports.begin, { body: { fileId, settings, again: true } });
  expect(begun.status, JSON.stringify(begun.problem)).toBe(201);
  await finishImport(world.database.house, (begun.body as ImportResult).id);
  return (await by.call(imports.show, { params: { importId: begun.body.id } })).body as ImportResult;
}

async function tryOut(content: string, settings: Settings = SETTINGS): Promise<DryRun> {
  const { fileId } = await world.upload(content, "公司.csv", world.cast.吴桐);
  const tried = await world.http.as(world.cast.吴桐).call(imports.dryRun, { params: { fileId }, body: settings });
  expect(tried.status, JSON.stringify(tried.problem)).toBe(200);
  return tried.body as DryRun;
}

async function companies(prefix: string): Promise<Record<string, unknown>[]> {
  const { rows } = await world.database.pool.query<Record<string, unknown>>(
    `select a.name, a.confirmed, a.industry_code as industry, a.region_code as region, a.size_band as size, a.tier,
       above.name as above, p.name as owner
     from account as a left join account as above on above.id = a.parent_id left join person as p on p.id = a.owner_id
     where a.name like $1 order by a.name`,
    [`${prefix}%`],
  );
  return rows;
}

const undo = (operationId: string) =>
  undoOperation(world.database.house, {
    operationId,
    actor: { kind: "person", personId: world.cast.吴桐 },
    source: "web",
  });

test("a file that speaks of companies alone is taken for one, its columns proposed and remembered", async () => {
  const content = `${HEADER}\n海棠机械集团有限公司,${CODE},电气机械和器材制造业,上海,1200,A,,`;
  const { fileId } = await world.upload(content, "公司.csv", world.cast.吴桐);
  const asked = { params: { fileId }, body: {} };
  const preview = (await world.http.as(world.cast.吴桐).call(imports.preview, asked)).body as ImportPreview;
  expect(preview.object).toBe("account");
  expect(preview.columns.map(({ target }) => target)).toEqual(COLUMNS.map(({ target }) => target));
  const read = await world.http.as(world.cast.吴桐).call(imports.readRows, { params: { fileId }, body: SETTINGS });
  expect(read.body.rows[0].values).toEqual(
    expect.arrayContaining([
      { target: "industry", value: "38" },
      { target: "companySize", value: "1000-4999" },
    ]),
  );
});

test("companies come in with what is said of them and stand in their trees, and all of it goes with an undo", async () => {
  const result = await importAll(
    [
      HEADER,
      `青松化工股份有限公司,,化学原料和化学制品,江苏南京,200-499人,B,青松集团有限公司,陈浩`,
      `青松集团有限公司,${CODE},C26,江苏,5000人以上,A,,`,
      `青松物流有限公司,,互联网黑话,江苏,很多,,青松化工股份有限公司,`,
      `青松查无,,,,,,,查无此人`,
      `,,,,,C,,`,
    ].join("\n"),
  );
  expect(result).toMatchObject({ object: "account", newContacts: 0, leads: [] });
  expect(result.counts).toMatchObject({ rows: 5, rejected: 2 });
  expect(result.counts.created + result.counts.attached).toBe(3);
  expect(result.rejectedByReason.map(({ code }) => code).toSorted()).toEqual(["no_company", "owner_unknown"]);
  const group = { above: null, owner: null, confirmed: true };
  expect(await companies("青松")).toEqual([
    {
      name: "青松化工股份有限公司",
      confirmed: true,
      industry: "26",
      region: "320100",
      size: "200-999",
      tier: "B",
      above: "青松集团有限公司",
      owner: "陈浩",
    },
    {
      name: "青松物流有限公司",
      confirmed: true,
      industry: null,
      region: "320000",
      size: null,
      tier: null,
      above: "青松化工股份有限公司",
      owner: null,
    },
    { name: "青松集团有限公司", industry: "26", region: "320000", size: "5000+", tier: "A", ...group },
  ]);
  expect(await undo(result.id)).toMatchObject({ report: { stayingCount: 0 } });
  expect(await companies("青松")).toEqual([]);
});

test("of a known company blanks are filled and facts written over as its column says; undo brings them back", async () => {
  await importAll(`${HEADER}\n白桦股份有限公司,,26,江苏,,B,,陈浩`);
  const list = `${HEADER}\n白桦股份有限公司,,38,浙江,300,A,白桦集团有限公司,`;
  const over: Settings = {
    object: "account",
    columns: COLUMNS.map((column) => (column.target === "tier" ? { ...column, rule: "overwrite" as const } : column)),
  };
  const trial = await tryOut(list, over);
  expect(trial).toMatchObject({ created: 0, attached: 1, attachedByKind: [{ kind: "company_key", rows: 1 }] });
  expect(trial.changes).toEqual([
    { field: "industry", rule: "fill", filled: 0, overwritten: 0, kept: 1 },
    { field: "region", rule: "fill", filled: 0, overwritten: 0, kept: 1 },
    { field: "companySize", rule: "fill", filled: 1, overwritten: 0, kept: 0 },
    { field: "tier", rule: "overwrite", filled: 0, overwritten: 1, kept: 0 },
    { field: "parent", rule: "fill", filled: 1, overwritten: 0, kept: 0 },
  ]);
  const result = await importAll(list, over);
  expect(result.counts).toMatchObject({ created: 0, attached: 1, overwritten: 1 });
  const before = { name: "白桦股份有限公司", confirmed: true, industry: "26", region: "320000", owner: "陈浩" };
  const [known, above] = await companies("白桦");
  expect(known).toEqual({ ...before, size: "200-999", tier: "A", above: "白桦集团有限公司" });
  expect(above).toMatchObject({ name: "白桦集团有限公司", confirmed: false });
  await undo(result.id);
  expect(await companies("白桦")).toEqual([{ ...before, size: null, tier: "B", above: null }]);
});

test("whoever may not edit a company fills its blanks and is told what they may not write over", async () => {
  await importAll(`${HEADER}\n红杉股份有限公司,,26,江苏,,B,,王倩`);
  const over: Settings = {
    object: "account",
    columns: COLUMNS.map((column) => ({ ...column, rule: "overwrite" as const })),
  };
  const list = `${HEADER}\n红杉股份有限公司,,38,江苏,300,A,,`;
  const importId = await runImport(world.database.house, world.cast.陈浩, list, over);
  const { rows } = await world.database.pool.query(
    "select outcome, problems -> 0 as problem from import_row where import_id = $1",
    [importId],
  );
  const told = { code: "values_not_yours", column: null, value: "", params: { values: 2 } };
  expect(rows).toEqual([{ outcome: "attached", problem: told }]);
  expect(await companies("红杉")).toMatchObject([{ industry: "26", size: "200-999", tier: "B" }]);
});

test("a name and a code of two companies: the code decides, and the trial says so; a code of its own makes its own company", async () => {
  const [one, other] = ["91440300708461136T", "91330000142911934J"];
  await importAll(`${HEADER}\n银杏甲有限公司,${one},,,,,,\n银杏乙有限公司,${other},,,,,,`);
  const trial = await tryOut(`${HEADER}\n银杏乙有限公司,${one},,,,,,\n银杏甲有限公司,91310000132207927C,,,,,,`);
  expect(trial).toMatchObject({ created: 1, attached: 1, conflicts: 2 });
  expect(trial.conflictSamples[0]?.records.map(({ name }) => name)).toEqual(["银杏甲有限公司", "银杏乙有限公司"]);
});

test("a company that would stand below itself stays where it is, also within one file", async () => {
  const result = await importAll(
    [
      HEADER,
      "云杉一有限公司,,,,,,云杉二有限公司,",
      "云杉二有限公司,,,,,,云杉三有限公司,",
      "云杉三有限公司,,,,,,云杉一有限公司,",
    ].join("\n"),
  );
  expect((await companies("云杉")).map(({ name, above }) => [name, above])).toEqual([
    ["云杉一有限公司", "云杉二有限公司"],
    ["云杉三有限公司", null],
    ["云杉二有限公司", "云杉三有限公司"],
  ]);
  const { rows } = await world.database.pool.query(
    "select problems -> 0 ->> 'code' as code from import_row where import_id = $1 and problems is not null",
    [result.id],
  );
  expect(rows).toEqual([{ code: "parent_circle" }]);
});

test("added fields of companies are filled in, unique ones by their first bearer", async () => {
  const code = await world.addField({ name: "客户编码", object: "account", unique: true });
  const settings: Settings = {
    object: "account",
    columns: [...columnsOf("company"), { column: 1, target: "added", fieldId: code.id }],
  };
  const list = "公司,客户编码\n水杉一有限公司,A-1\n水杉二有限公司,a-1\n水杉一有限公司,A-1";
  expect(await tryOut(list, settings)).toMatchObject({ created: 1, attached: 1, rejected: 1 });
  const result = await importAll(list, settings);
  expect(result.counts).toMatchObject({ created: 1, attached: 1, rejected: 1 });
  const { rows } = await world.database.pool.query(
    "select a.name, v.text_value as value from custom_value as v join account as a on a.id = v.account_id",
  );
  expect(rows).toEqual([{ name: "水杉一有限公司", value: "A-1" }]);
});

test("what only people have is refused, and so is whoever may not add companies", async () => {
  const { fileId } = await world.upload("公司,手机\n冷杉有限公司,13900000001", "公司.csv", world.cast.吴桐);
  const by = world.http.as(world.cast.吴桐);
  const code = async (...targets: (Settings["columns"][number]["target"] | null)[]): Promise<string> => {
    const body = { object: "account" as const, columns: columnsOf(...targets) };
    return (await by.call(imports.dryRun, { params: { fileId }, body })).problem.code;
  };
  expect(await code("company", "mobile")).toBe("import_target_of_people");
  expect(await code("region", null)).toBe("import_no_company_mapped");
  const key = world.http.withKey(world.cast.吴桐, ["import.*", "account.read"]);
  for (const call of [imports.dryRun, imports.readRows]) {
    const answer = await key.call(call, {
      params: { fileId },
      body: { object: "account", columns: columnsOf("company") },
    });
    expect([answer.status, answer.problem.code]).toEqual([403, "not_allowed"]);
  }
  const settings: Settings = { object: "account", columns: columnsOf("company") };
  const begun = await key.call(imports.begin, { body: { fileId, settings, again: true } });
  expect(begun.status).toBe(403);

  const marketer = world.http.as(world.cast.林晓);
  const hers = await world.upload(`${HEADER}\n冷杉有限公司,,,,,,,`);
  const preview = await marketer.call(imports.preview, { params: { fileId: hers.fileId }, body: {} });
  expect(preview.body.object).toBe("lead");
  expect((await marketer.call(imports.begin, { body: { fileId: hers.fileId, settings } })).status).toBe(403);
});
