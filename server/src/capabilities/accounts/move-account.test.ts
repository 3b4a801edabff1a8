import { beforeAll, describe, expect, test } from "vitest";
import { accounts } from "@tongzhou/contract/accounts";
import type { Account } from "@tongzhou/contract/accounts";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { previewUndo, undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { accountsMessages, accountsRoutes } from "./index.ts";

const RACES = 12;
/** A deadlock is noticed after a second, so these are fewer. */
const FEW_RACES = 4;
const IN_A_TEST = operationKind("test.trees");

let { database, http, cast } = {} as TestWorld;

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(accountsRoutes, [accountsMessages]));
});

let made = 0;
const company = async (name: string, parentId: string | null = null, who = cast.吴桐): Promise<string> => {
  const { body } = await http.as(who).call(accounts.create, { body: { name: `${name}${++made}号`, parentId } });
  return String(body.accountId);
};
const show = async (accountId: string, who = cast.吴桐): Promise<Account> =>
  (await http.as(who).call(accounts.show, { params: { accountId } })).body as Account;
const move = (accountId: string, from: string | null, to: string | null, who = cast.吴桐) =>
  http.as(who).call(accounts.move, { params: { accountId }, body: { parentId: { from, to } } });
const write = (text: string, values: unknown[]) =>
  operate(database.house, { actor: { kind: "system" }, kind: IN_A_TEST, source: "job" }, ({ client }) =>
    client.query(text, values),
  );
const undo = (operationId: string | null | undefined) =>
  undoOperation(database.house, {
    operationId: operationId ?? "",
    actor: { kind: "person", personId: cast.吴桐 },
    source: "web",
  });

describe("a company moves in its group", () => {
  test("under another with all below it, to the top, and back by undo", async () => {
    const group = await company("鼎新石化集团");
    const storage = await company("鼎新储运", group);
    const depot = await company("鼎新北仑库", storage);
    const fibre = await company("鼎新化纤", group);
    expect(await show(group)).toMatchObject({ place: "group", hasChildren: true, parentId: null });
    expect(await show(storage)).toMatchObject({ place: "subsidiary", parentId: group });
    const moved = await move(storage, group, fibre);
    expect(moved.body).toMatchObject({ parentId: fibre });
    expect((await show(depot)).parentId).toBe(storage);
    expect((await move(storage, fibre, null)).body).toMatchObject({ parentId: null, parentName: null });
    const back = await move(storage, null, group);
    await undo(back.operationId);
    expect((await show(storage)).parentId).toBeNull();
  });

  test("never below itself or one of its own", async () => {
    const top = await company("远山矿业集团");
    const middle = await company("远山选矿", top);
    const below = await company("远山尾矿", middle);
    for (const to of [top, middle, below]) {
      const refused = await move(top, null, to);
      expect(refused.problem).toMatchObject({ status: 422, code: "account_below_itself" });
    }
    expect((await show(top)).parentId).toBeNull();
  });

  test("with the parent its mover saw, else the mover is told what it is now", async () => {
    const [one, other, child] = [await company("甲集团"), await company("乙集团"), await company("丙公司")];
    await move(child, null, one);
    const late = await move(child, null, other);
    expect(late.problem).toMatchObject({ status: 409, code: "changed_meanwhile" });
    expect((await show(child)).parentId).toBe(one);
    expect((await move(child, null, one)).status).toBe(200);
  });

  test("when its mover may edit it and read the one above", async () => {
    const mine = await company("澄江泵业", null, cast.陈浩);
    const theirs = await company("澄江集团", null, cast.王倩);
    expect((await move(mine, null, theirs, cast.陈浩)).problem).toMatchObject({ code: "account_parent_missing" });
    expect((await move(theirs, null, mine, cast.陈浩)).status).toBe(404);
    expect((await move(mine, null, theirs, cast.赵磊)).status).toBe(200);
    const seen = await show(mine, cast.陈浩);
    expect(seen).toMatchObject({ parentId: theirs, parentName: null });
  });

  test("when it is a company", async () => {
    const group = await company("北辰集团");
    const household = database.house.newId();
    await write("insert into account (id, kind, name, name_sort) values ($1, 'household', '周家', 'z')", [household]);
    expect((await move(group, null, household)).problem).toMatchObject({ code: "account_tree_of_companies" });
    expect((await move(household, null, group)).problem).toMatchObject({ code: "account_tree_of_companies" });
    await expect(write("update account set parent_id = $2 where id = $1", [household, group])).rejects.toThrow(
      "account_tree_of_companies",
    );
  });
});

test("a company typed in below another is put there; one that stands elsewhere already is not taken away", async () => {
  const [one, other] = [await company("东海集团"), await company("西海集团")];
  const typed = await http.as(cast.吴桐).call(accounts.create, { body: { name: "东海船务有限公司", parentId: one } });
  expect((await show(typed.body.accountId)).parentId).toBe(one);
  const same = await http.as(cast.吴桐).call(accounts.create, { body: { name: "东海船务有限公司", parentId: other } });
  expect(same.problem).toMatchObject({ code: "account_has_parent" });
  expect((await show(typed.body.accountId)).parentId).toBe(one);
});

test("an undo that would close a circle leaves the company where it is and says so", async () => {
  const [a, b] = [await company("环甲"), await company("环乙")];
  const put = await move(a, null, b);
  const taken = await move(a, b, null);
  await move(b, null, a);
  const preview = await previewUndo(database.house, taken.operationId ?? "");
  expect(preview).toMatchObject({ stayingCount: 1 });
  expect("staying" in preview ? preview.staying : []).toMatchObject([{ table: "account", column: "parent_id" }]);
  await undo(taken.operationId);
  expect((await show(a)).parentId).toBeNull();
  expect((await show(b)).parentId).toBe(a);
  expect(put.status).toBe(200);
});

test("two that are put below each other at once never both are, however deep they stand", async () => {
  for (let race = 0; race < RACES; race++) {
    const [a, b] = [await company("甲"), await company("乙")];
    const [belowA, belowB] = [await company("甲下", a), await company("乙下", b)];
    const answers = await Promise.all([move(a, null, belowB), move(b, null, belowA)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422]);
    const { rows } = await database.pool.query(
      "select count(*)::int as tops from account where id = any($1) and parent_id is null",
      [[a, b]],
    );
    expect(rows[0].tops).toBe(1);
  }
});

test("the database itself refuses a circle, also of two who ask nobody first", async () => {
  for (let race = 0; race < FEW_RACES; race++) {
    const [a, b] = [await company("甲"), await company("乙")];
    const [belowA, belowB] = [await company("甲下", a), await company("乙下", b)];
    const put = (id: string, parentId: string) =>
      write("update account set parent_id = $2 where id = $1", [id, parentId]).then(
        () => "put",
        (error: { code?: string; constraint?: string }) => `${error.code} ${error.constraint}`,
      );
    const answers = await Promise.all([put(a, belowB), put(b, belowA)]);
    expect(answers.toSorted()).toEqual(["23514 account_not_below_itself", "put"]);
  }
});

test("an undo and a move at once close no circle either", async () => {
  for (let race = 0; race < FEW_RACES; race++) {
    const [a, b] = [await company("甲"), await company("乙")];
    await move(a, null, b);
    const taken = await move(a, b, null);
    const [, moved] = await Promise.all([undo(taken.operationId), move(b, null, a)]);
    const parents = [(await show(a)).parentId, (await show(b)).parentId];
    expect(parents).toContainEqual(null);
    expect(parents[1]).toBe(moved.status === 200 ? a : null);
  }
});
