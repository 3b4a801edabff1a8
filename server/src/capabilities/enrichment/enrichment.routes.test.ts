import { enrichment } from "@tongzhou/contract/enrichment";
import { beforeAll, describe, expect, test } from "vitest";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { openEnrichmentWorld } from "../../enrichment-world.fixture.ts";
import type { EnrichmentWorld } from "../../enrichment-world.fixture.ts";

const HEADER = "全称,简称,代码,行业,省份,官网\n";
const TARGETS = ["name", "shortName", "creditCode", "industry", "region", "website"] as const;
const LIST = `${HEADER}鼎新石化股份有限公司,鼎新石化,91350100M000100Y43,C 制造业,福建,www.dingxin.example
远航重工集团有限公司,远航重工,,C 制造业,江苏,www.yuanhang.example
上海北辰港务有限公司,,,G 交通运输,上海,
北京北辰港务有限公司,,,G 交通运输,北京,
,,,,,nobody.example
`;

let world: EnrichmentWorld;
let sourceId: string;
const everything = { filter: { combinator: "and", rules: [] }, search: "" } as const;
const undo = (operationId: string) =>
  undoOperation(world.database.house, {
    operationId,
    actor: { kind: "person", personId: world.cast.吴桐 },
    source: "web",
  });

beforeAll(async () => {
  world = await openEnrichmentWorld();
  ({ sourceId } = await world.addFile(LIST, TARGETS, { name: "上市公司" }));
});

test("a file is read in the background, and says how many of its lines speak of a company", async () => {
  expect(await world.source(sourceId)).toMatchObject({
    provider: "reference_file",
    active: true,
    health: "well",
    file: { version: 1, rows: 4, skipped: 1, state: "current", broughtByName: "吴桐" },
  });
});

describe("a company that comes in", () => {
  test("is filled in behind its capture, and each value says where it came from; its undo takes that back as well", async () => {
    const id = await world.company("鼎新石化");
    await world.until(async () => (await world.filled(id)).length > 0);
    expect(await world.account(id)).toMatchObject({
      name: "鼎新石化",
      creditCode: "91350100M000100Y43",
      industryCode: "C",
      regionCode: "350000",
      website: "www.dingxin.example",
    });
    const filled = await world.filled(id);
    expect(filled.map(({ field }) => field)).toEqual(["creditCode", "industryCode", "regionCode", "website"]);
    expect(filled[0]).toMatchObject({
      sourceName: "上市公司",
      origin: { words: "名单.csv", version: 1, line: 2 },
      matchedBy: "exact",
      filledByName: null,
      cost: null,
    });
    const { rows } = await world.database.pool.query("select operation_id from account where id = $1", [id]);
    await undo(rows[0].operation_id);
    const left = await world.database.pool.query("select from enrichment_value where account_id = $1", [id]);
    expect(left.rows).toHaveLength(0);
  });

  test("stays as it is where two companies may be meant; whoever asks is told of both", async () => {
    const id = await world.company("北辰港务有限公司");
    await world.settled();
    expect(await world.filled(id)).toEqual([]);
    expect((await world.ask(id)).sources).toMatchObject([
      { outcome: "ambiguous", candidates: ["上海北辰港务有限公司", "北京北辰港务有限公司"] },
    ]);
  });
});

describe("what a person wrote", () => {
  test("stays, is offered, and is exchanged by one click, which can be undone", async () => {
    const id = await world.company("远航重工");
    await world.until(async () => (await world.filled(id)).length === 3);
    await world.edit(id, { website: { from: "www.yuanhang.example", to: "yuanhang.cn" } });
    await world.edit(id, { industryCode: { from: "C", to: null } });
    expect((await world.filled(id)).map(({ field }) => field)).toEqual(["regionCode"]);
    const { id: offersId, offers } = await world.ask(id);
    expect(offers.map(({ field, state, present }) => [field, state, present])).toEqual([
      ["name", "differs", "远航重工"],
      ["industryCode", "cleared", null],
      ["regionCode", "same", "320000"],
      ["website", "differs", "yuanhang.cn"],
    ]);
    await world.admin.call(enrichment.run, { body: { choice: { ids: [id] } } });
    await world.settled();
    expect(await world.account(id)).toMatchObject({ website: "yuanhang.cn", industryCode: null, name: "远航重工" });
    const before = await world.account(id);
    const fields = [
      { field: "website" as const, from: "yuanhang.cn" },
      { field: "name" as const, from: "远航重工" },
    ];
    const taken = await world.admin.call(enrichment.take, { params: { accountId: id }, body: { offersId, fields } });
    expect(taken.body).toEqual({ filled: ["website", "name"] });
    expect(await world.account(id)).toMatchObject({ website: "www.yuanhang.example", name: "远航重工集团有限公司" });
    expect((await world.filled(id)).find(({ field }) => field === "name")).toMatchObject({ filledByName: "吴桐" });
    await undo(taken.operationId ?? "");
    expect(await world.account(id)).toEqual(before);
  });

  test("is what it is also after it was typed over and back, and not after that was undone", async () => {
    const id = await world.company("远航重工集团有限公司上海办事处筹备组");
    await world.edit(id, {
      name: { from: "远航重工集团有限公司上海办事处筹备组", to: "远航重工集团有限公司（筹）甲" },
    });
    const other = await world.company("上海北辰港务有限公司");
    await world.until(async () => (await world.filled(other)).length === 2);
    const typed = await world.edit(other, { industryCode: { from: "G", to: "C" } });
    await undo(typed);
    expect((await world.filled(other)).map(({ field }) => field)).toContain("industryCode");
    await world.edit(other, { industryCode: { from: "G", to: "C" } });
    await world.edit(other, { industryCode: { from: "C", to: "G" } });
    expect((await world.filled(other)).map(({ field }) => field)).not.toContain("industryCode");
  });

  test("is not taken over with offers of somebody else, of another company, or that are stale", async () => {
    const id = await world.company("北京北辰港务有限公司");
    await world.settled();
    const { id: offersId } = await world.ask(id);
    const take = (who: string, accountId: string, from: string | null) =>
      world.http.as(who).call(enrichment.take, {
        params: { accountId },
        body: { offersId, fields: [{ field: "industryCode", from }] },
      });
    const other = await world.company("别处有限公司");
    expect((await take(world.cast.吴桐, other, null)).problem.code).toBe("offers_gone");
    await world.edit(id, { industryCode: { from: "G", to: "H" } });
    expect((await take(world.cast.吴桐, id, "G")).problem.code).toBe("changed_meanwhile");
    expect((await take(world.cast.陈浩, id, "H")).status).toBe(404);
  });
});

test("a newer version replaces what an older one filled, over all accounts, and one undo gives it back exactly", async () => {
  const text = (website: string) => `全称,官网\n天启仪表有限公司,${website}\n云台仪表有限公司,${website}\n`;
  const { sourceId: own } = await world.addFile(text("old.example"), ["name", "website"], { name: "仪表" });
  const ids = [await world.company("天启仪表有限公司"), await world.company("云台仪表有限公司")];
  await world.until(async () => (await Promise.all(ids.map(world.filled))).every((each) => each.length === 1));
  await world.edit(ids[1] ?? "", { website: { from: "old.example", to: "own.example" } });
  const { operationId: version } = await world.addFile(text("new.example"), ["name", "website"], { sourceId: own });
  const before = await Promise.all(ids.map(world.account));
  const preview = await world.admin.call(enrichment.previewRun, { body: { choice: everything } });
  const run = await world.admin.call(enrichment.run, { body: { choice: everything } });
  await world.until(async () => (await world.admin.call(enrichment.runs)).body[0].state === "done");
  const [done] = (await world.admin.call(enrichment.runs)).body;
  expect(done).toMatchObject({ done: preview.body.companies, counts: { values: 1, accounts: 1 } });
  const websites = async () => (await Promise.all(ids.map(world.account))).map(({ website }) => website);
  expect(await websites()).toEqual(["new.example", "own.example"]);
  await undo(run.operationId ?? "");
  expect(await Promise.all(ids.map(world.account))).toEqual(before);
  expect((await world.filled(ids[0] ?? ""))[0]).toMatchObject({ field: "website", origin: { version: 1, line: 2 } });
  await undo(version);
  expect(await world.source(own)).toMatchObject({ file: { version: 1, state: "current" } });
});

test("settings refuse what cannot be: no name, two columns for one thing, a name that is taken", async () => {
  const { body: preview } = await world.admin.call(enrichment.sources);
  expect(preview.length).toBeGreaterThan(0);
  const edited = await world.admin.call(enrichment.editSource, {
    params: { sourceId },
    body: { name: { from: "上市公司", to: "仪表" } },
  });
  expect(edited.problem.code).toBe("source_name_taken");
  const off = { active: { from: true, to: false } };
  expect((await world.admin.call(enrichment.editSource, { params: { sourceId }, body: off })).status).toBe(200);
  const id = await world.company("鼎新石化股份有限公司");
  await world.settled();
  expect(await world.filled(id)).toEqual([]);
});
