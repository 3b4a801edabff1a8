import { beforeAll, expect, test } from "vitest";
import { imports } from "@tongzhou/contract/imports";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { columnsOf, openImportWorld } from "./import-world.fixture.ts";
import type { ImportWorld } from "./import-world.fixture.ts";

const HEADER = "姓名,手机,公司,职务,负责人";
const SETTINGS = { object: "contact" as const, columns: columnsOf("name", "mobile", "company", "jobTitle", "owner") };

let world: ImportWorld;

beforeAll(async () => {
  world = await openImportWorld();
  await world.work();
});

const marketer = () => world.http.as(world.cast.林晓);
const count = async (table: string): Promise<number> =>
  (await world.database.pool.query<{ rows: number }>(`select count(*)::int as rows from ${table}`)).rows[0]?.rows ?? 0;

test("people come in with company and owner, without leads and touches, and go again with an undo", async () => {
  const before = { contacts: await count("contact"), accounts: await count("account") };
  const result = await world.importAll(
    [
      HEADER,
      "于洋,13900007731,宏远管廊,设备部经理,陈浩",
      "于洋,13900007731,宏远管廊,,",
      "邱晨,13900007732,宏远管廊,,",
      "张工,13900007733,宏远管廊,,查无此人",
      "老刘,1380000,,,",
    ].join("\n"),
    SETTINGS,
  );
  expect(result).toMatchObject({ object: "contact", newContacts: 2, newAccounts: 1, leads: [] });
  expect(result.counts).toMatchObject({ rows: 5, created: 2, attached: 1, rejected: 2 });
  expect(result.rejectedByReason.map(({ code }) => code).toSorted()).toEqual(["owner_unknown", "phone_impossible"]);
  expect([await count("lead"), await count("touch")]).toEqual([0, 0]);
  const { rows } = await world.database.pool.query(
    `select c.name, c.title, c.owner_id as owner, a.name as company
     from contact as c
     join membership as m on m.contact_id = c.id
     join account as a on a.id = m.account_id
     order by c.name`,
  );
  expect(rows).toEqual([
    { name: "于洋", title: "设备部经理", owner: world.cast.陈浩, company: "宏远管廊" },
    { name: "邱晨", title: null, owner: null, company: "宏远管廊" },
  ]);
  await undoOperation(world.database.house, {
    operationId: result.id,
    actor: { kind: "person", personId: world.cast.林晓 },
    source: "web",
  });
  expect({ contacts: await count("contact"), accounts: await count("account") }).toEqual(before);
});

test("the error file of contacts has their cells, and what was asked for is remembered with the columns", async () => {
  const result = await world.importAll(`${HEADER}\n马超,13900007741,云岭管廊,,查无此人`, SETTINGS);
  const file = await world.http.app.inject({
    url: `/api/imports/${result.id}/errors.csv`,
    headers: { cookie: `tongzhou=${world.cast.林晓}` },
  });
  expect(file.payload).toContain("马超,13900007741,云岭管廊,,查无此人");
  const { fileId } = await world.upload(file.payload.replace("查无此人\r", "陈浩\r"));
  const preview = await marketer().call(imports.preview, { params: { fileId }, body: {} });
  expect(preview.body.remembered).toMatchObject({ object: "contact" });
});

test("what only leads have is refused for contacts", async () => {
  const { fileId } = await world.upload("手机,阶段\n13900007751,成交");
  const body = { object: "contact" as const, columns: columnsOf("mobile", "stage") };
  const answer = await marketer().call(imports.dryRun, { params: { fileId }, body });
  expect(answer.problem.code).toBe("import_target_of_leads");
});
