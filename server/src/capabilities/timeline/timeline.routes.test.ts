import { beforeAll, expect, test } from "vitest";
import { contacts } from "@tongzhou/contract/contacts";
import { timeline } from "@tongzhou/contract/timeline";
import type { TimelineEntry } from "@tongzhou/contract/timeline";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { contactsMessages, contactsRoutes } from "../contacts/index.ts";
import { prepareTouchMonths, recordTouches } from "../touches/index.ts";
import { timelineRoutes } from "./index.ts";

const VISIT = operationKind("test.visits");

let { database, http, cast } = {} as TestWorld;

beforeAll(async () => {
  ({ database, http, cast } = await openTestWorld(
    (served) => {
      contactsRoutes(served);
      timelineRoutes(served);
    },
    [contactsMessages],
  ));
});

async function visitor(visits: number): Promise<string> {
  const made = await http.as(cast.吴桐).call(contacts.create, {
    body: { name: "刘建国", identifiers: [{ kind: "email", value: `liu${visits}@dxsh.cn` }] },
  });
  const { contactId } = made.body;
  const { rows } = await database.pool.query("select id from identifier where contact_id = $1 and kind = 'email'", [
    contactId,
  ]);
  const instants = Array.from({ length: visits }, (_, hour) => new Date(Date.UTC(2025, 10, 20, hour)));
  await prepareTouchMonths(database.house, instants);
  await operate(database.house, { actor: { kind: "system" }, kind: VISIT, source: "job" }, (context) =>
    recordTouches(
      context,
      instants.map((at, place) => ({ identifierId: rows[0].id, at, kind: "visit", title: `报价页 ${place}` })),
    ),
  );
  return contactId;
}

const read = (recordId: string, query: object = {}, who = cast.吴桐, object: "contact" | "lead" = "contact") =>
  http.as(who).call(timeline.read, { params: { object, recordId }, query });

test("a timeline merges what the customer did and what people changed, the newest first", async () => {
  const id = await visitor(3);
  await http
    .as(cast.吴桐)
    .call(contacts.edit, { params: { contactId: id }, body: { note: { from: null, to: "预算 120 万" } } });
  const { body } = await read(id);
  expect(body.rows.map((entry: TimelineEntry) => entry.kind)).toEqual(["edit", "touch", "touch", "touch"]);
  expect(body.rows[0]).toMatchObject({
    operation: "contact.edit",
    columns: ["note"],
    actor: { kind: "person", name: "吴桐" },
  });
  expect(body.rows[1]).toMatchObject({
    touch: "visit",
    title: "报价页 2",
    cameBy: "email",
    contact: { name: "刘建国" },
    at: "2025-11-20T02:00:00.000Z",
  });
});

test("pages follow each other without a gap, and a kind can be asked for alone", async () => {
  const id = await visitor(7);
  const titles: string[] = [];
  for (let cursor: string | undefined; ;) {
    const { body } = await read(id, { kinds: "touch", limit: 3, ...(cursor ? { cursor } : {}) });
    titles.push(...body.rows.map((entry: { title: string }) => entry.title));
    cursor = body.nextCursor;
    if (!cursor) break;
  }
  expect(titles).toEqual([6, 5, 4, 3, 2, 1, 0].map((place) => `报价页 ${place}`));
  expect((await read(id, { kinds: "move" })).body.rows).toEqual([]);
  expect((await read(id, { cursor: "nonsense" })).status).toBe(400);
});

test("of a record that somebody may not read there is none", async () => {
  const id = await visitor(1);
  expect((await read(id, {}, cast.陈浩)).status).toBe(404);
  expect((await read(database.house.newId(), {}, cast.吴桐, "contact")).status).toBe(404);
  expect((await http.as(null).call(timeline.read, { params: { object: "contact", recordId: id } })).status).toBe(401);
});

test("a group's timeline tells what happened in all its companies that one may read, a company's its own", async () => {
  const { newId } = database.house;
  const [group, branch, other] = [newId(), newId(), newId()];
  await operate(database.house, { actor: { kind: "system" }, kind: VISIT, source: "job" }, async ({ client }) => {
    for (const [id, above, owner] of [
      [group, null, cast.陈浩],
      [branch, group, null],
      [other, group, cast.王倩],
    ]) {
      await client.query(
        "insert into account (id, kind, name, name_sort, parent_id, owner_id) values ($1, 'company', 'x', 'x', $2, $3)",
        [id, above, owner],
      );
      await client.query(
        `insert into activity (id, kind, effective, text, at, person_id, account_id)
         values ($1, 'note', false, '问过了', '2025-03-01T02:00:00Z', $2, $3)`,
        [newId(), cast.陈浩, id],
      );
    }
  });
  const notes = async (who: string, query: object) =>
    (await http.as(who).call(timeline.read, { params: { object: "account", recordId: group }, query })).body.rows
      .length;
  expect(await notes(cast.吴桐, {})).toBe(1);
  expect(await notes(cast.吴桐, { whole: "true" })).toBe(3);
  expect(await notes(cast.陈浩, { whole: "true" })).toBe(2);
});
