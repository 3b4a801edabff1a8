import { beforeAll, expect, test } from "vitest";
import { accounts } from "@tongzhou/contract/accounts";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { accountsMessages, accountsRoutes } from "./index.ts";

let { database, http, cast } = {} as TestWorld;

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(accountsRoutes, [accountsMessages]));
});

async function of(who: string, name: string): Promise<string> {
  const made = await http.as(who).call(accounts.create, { body: { name } });
  return made.body.accountId as string;
}

const give = (who: string, choice: { ids: string[] }, toId: string) =>
  http.as(who).call(accounts.assign, { body: { choice, toId } });
const rows = async (text: string, values: unknown[]) => (await database.pool.query(text, values)).rows;
const ownersOf = async (ids: readonly string[]) =>
  (await rows("select owner_id from account where id = any($1) order by id", [ids])).map((row) => row.owner_id);

test("are previewed, given in one operation with one notice, and one undo gives them back", async () => {
  const mine = [await of(cast.陈浩, "鼎新石化"), await of(cast.陈浩, "云台仪表")];
  const hers = await of(cast.王倩, "远航重工");
  const admins = await of(cast.吴桐, "北辰港务");
  const body = { choice: { ids: [...mine, hers, admins] }, toId: cast.王倩 };
  const before = await ownersOf(body.choice.ids);
  expect((await http.as(cast.赵磊).call(accounts.previewAssignment, { body })).body).toEqual({
    moves: [{ ownerId: cast.陈浩, ownerName: "陈浩", pool: null, count: 2 }],
    stays: expect.arrayContaining([
      { because: "already_theirs", count: 1 },
      { because: "not_allowed", count: 1 },
    ]),
  });
  const done = await give(cast.赵磊, body.choice, body.toId);
  expect(done.body).toEqual({ moved: 2, left: 2 });
  expect(await ownersOf(mine.toSorted())).toEqual([cast.王倩, cast.王倩]);
  const notices = await rows("select person_id, kind, params from notification where operation_id = $1", [
    done.operationId,
  ]);
  expect(notices).toMatchObject([{ person_id: cast.王倩, kind: "account.assigned", params: { count: 2 } }]);
  await undoOperation(database.house, {
    operationId: done.operationId ?? "",
    actor: { kind: "person", personId: cast.赵磊 },
    source: "web",
  });
  expect(await ownersOf(body.choice.ids)).toEqual(before);
});

test("go to nobody who is not here", async () => {
  const id = await of(cast.陈浩, "兴化铸钢");
  expect((await give(cast.赵磊, { ids: [id] }, database.house.newId())).problem.code).toBe("account_owner_missing");
  expect(await ownersOf([id])).toEqual([cast.陈浩]);
});
