import { beforeAll, expect, test } from "vitest";
import { contacts } from "@tongzhou/contract/contacts";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { contactsMessages, contactsRoutes } from "./index.ts";

let { database, http, cast } = {} as TestWorld;

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(contactsRoutes, [contactsMessages]));
});

type Choice = { ids: string[] } | { filter: unknown; search: string };

let phones = 0;
/** A person typed in by somebody, who owns them from then on. */
async function of(who: string, name: string): Promise<string> {
  phones += 1;
  const identifiers = [{ kind: "phone", value: `1390000${String(phones).padStart(4, "0")}` }];
  const made = await http.as(who).call(contacts.create, { body: { name, identifiers } });
  return made.body.contactId as string;
}

const give = (who: string, choice: Choice, toId: string) =>
  http.as(who).call(contacts.assign, { body: { choice, toId } });
const preview = (who: string, choice: Choice, toId: string) =>
  http.as(who).call(contacts.previewAssignment, { body: { choice, toId } });
const rows = async (text: string, values: unknown[]) => (await database.pool.query(text, values)).rows;
const ownersOf = async (ids: readonly string[]) =>
  (await rows("select owner_id from contact where id = any($1) order by id", [ids])).map((row) => row.owner_id);

test("are given to a colleague in one operation, with one notice, and one undo gives them back", async () => {
  const ids = [await of(cast.陈浩, "一"), await of(cast.陈浩, "二"), await of(cast.王倩, "三")].toSorted();
  const before = await ownersOf(ids);
  const done = await give(cast.赵磊, { ids }, cast.王倩);
  expect(done.body).toEqual({ moved: 2, left: 1 });
  expect(await ownersOf(ids)).toEqual([cast.王倩, cast.王倩, cast.王倩]);
  const notices = await rows("select person_id, kind, params from notification where operation_id = $1", [
    done.operationId,
  ]);
  expect(notices).toMatchObject([{ person_id: cast.王倩, kind: "contact.assigned", params: { count: 2 } }]);
  await undoOperation(database.house, {
    operationId: done.operationId ?? "",
    actor: { kind: "person", personId: cast.赵磊 },
    source: "web",
  });
  expect(await ownersOf(ids)).toEqual(before);
});

test("are counted before: who loses how many, whose they are already, what is out of reach", async () => {
  const his = [await of(cast.陈浩, "甲"), await of(cast.陈浩, "乙")];
  const hers = await of(cast.王倩, "丙");
  const admins = await of(cast.吴桐, "丁");
  const choice = { ids: [...his, hers, admins] };
  expect((await preview(cast.赵磊, choice, cast.王倩)).body).toEqual({
    moves: [{ ownerId: cast.陈浩, ownerName: "陈浩", pool: null, count: 2 }],
    stays: expect.arrayContaining([
      { because: "already_theirs", count: 1 },
      { because: "not_allowed", count: 1 },
    ]),
  });
  // What was said is what happens.
  expect((await give(cast.赵磊, choice, cast.王倩)).body).toEqual({ moved: 2, left: 2 });
  expect(await ownersOf([admins])).toEqual([cast.吴桐]);
});

test("all that a filter shows go, and none beside them", async () => {
  const [in1, in2] = [await of(cast.陈浩, "郑重一"), await of(cast.陈浩, "郑重二")];
  const out = await of(cast.陈浩, "旁人");
  const choice = {
    filter: { combinator: "and", rules: [{ field: "contact.name", operator: "contains", value: "郑重" }] },
    search: "",
  };
  expect((await preview(cast.赵磊, choice, cast.王倩)).body.moves).toMatchObject([{ ownerName: "陈浩", count: 2 }]);
  expect((await give(cast.赵磊, choice, cast.王倩)).body).toEqual({ moved: 2, left: 0 });
  expect(await ownersOf([in1, in2].toSorted())).toEqual([cast.王倩, cast.王倩]);
  expect(await ownersOf([out])).toEqual([cast.陈浩]);
});

test("go to nobody who is not here, and a choice that reaches nothing is not found", async () => {
  const id = await of(cast.陈浩, "庚");
  expect((await give(cast.赵磊, { ids: [id] }, database.house.newId())).problem).toMatchObject({
    status: 422,
    code: "contact_owner_missing",
    title: "这个人已经不在这里工作",
  });
  expect((await give(cast.赵磊, { ids: [await of(cast.吴桐, "辛")] }, cast.王倩)).status).toBe(404);
  expect(await ownersOf([id])).toEqual([cast.陈浩]);
});

test("whoever takes them is not told of what they did themselves", async () => {
  const done = await give(cast.赵磊, { ids: [await of(cast.陈浩, "壬")] }, cast.赵磊);
  expect(done.body).toEqual({ moved: 1, left: 0 });
  expect(await rows("select from notification where operation_id = $1", [done.operationId])).toEqual([]);
});
