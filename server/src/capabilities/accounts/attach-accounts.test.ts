import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { attachAccounts, companyKey, sortCompanyName } from "./index.ts";
import type { AccountDraft } from "./index.ts";

const CAPTURE = operationKind("test.capture_accounts");
const SYSTEM = { kind: "system" } as const;

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

const company = (name: string, creditCode: string | null = null): AccountDraft => ({
  name,
  key: companyKey(name),
  creditCode,
  nameSort: sortCompanyName(name),
});

const attach = (drafts: readonly AccountDraft[]) =>
  operate(database.house, { actor: SYSTEM, kind: CAPTURE, source: "job" }, (context) =>
    attachAccounts(context, drafts),
  );

test("a company named again, in other case, width and spacing, is the same account", async () => {
  const { result } = await attach([
    company("Straits Terminal Pte"),
    company("ｓｔｒａｉｔｓ  terminal PTE"),
    company("鼎新石化"),
  ]);
  expect(result.map((account) => account.created)).toEqual([true, false, true]);
  expect(result[0]?.accountId).toBe(result[1]?.accountId);
  const again = await attach([company("STRAITS TERMINAL PTE")]);
  expect(again.result).toMatchObject([{ accountId: result[0]?.accountId, created: false }]);
});

test("the credit code decides before the name, and a name does not join two codes", async () => {
  const first = await attach([company("启明锂能", "91350100M000100Y43")]);
  const renamed = await attach([company("启明锂能科技", "91350100M000100Y43")]);
  const stranger = await attach([company("启明锂能", "91512081MA62K0260E")]);
  expect(renamed.result[0]).toMatchObject({ accountId: first.result[0]?.accountId, created: false });
  expect(stranger.result[0]?.created).toBe(true);
  const nameless = await attach([company("启明锂能")]);
  expect(nameless.result[0]?.accountId).toBe(first.result[0]?.accountId);
});

test("a company met by name takes the credit code that comes later", async () => {
  const named = await attach([company("嘉源热电")]);
  const coded = await attach([company("嘉源热电", "91440300708461136T")]);
  const byCode = await attach([company("嘉源", "91440300708461136T")]);
  expect(coded.result[0]?.accountId).toBe(named.result[0]?.accountId);
  expect(byCode.result[0]?.accountId).toBe(named.result[0]?.accountId);
});

test("captures of the same company at the same moment make one account", async () => {
  for (let round = 0; round < 10; round++) {
    const name = `远山矿业 ${round}`;
    const captured = await Promise.all(
      Array.from({ length: 6 }, () => attach([company(name), company(`${name} 分厂`)])),
    );
    expect(new Set(captured.map(({ result }) => result[0]?.accountId)).size).toBe(1);
    expect(captured.filter(({ result }) => result[0]?.created)).toHaveLength(1);
  }
});

test("undo of a capture removes the companies it made and the codes it added, and leaves the others", async () => {
  const before = await attach([company("沧港钢铁")]);
  const captured = await attach([company("沧港钢铁", "91330100799655058B"), company("瑞和化工")]);
  await undoOperation(database.house, { operationId: captured.operationId, actor: SYSTEM, source: "job" });
  const { rows } = await database.pool.query(
    "select kind from account_identifier where account_id = any ($1) order by kind",
    [captured.result.map((account) => account.accountId)],
  );
  expect(rows).toEqual([{ kind: "company_key" }, { kind: "record" }]);
  expect(before.result[0]?.accountId).toBe(captured.result[0]?.accountId);
});
