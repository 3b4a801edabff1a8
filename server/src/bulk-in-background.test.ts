import { beforeAll, expect, test } from "vitest";
import { bulk } from "@tongzhou/contract/bulk";
import { attachContacts, normaliseIdentifier, sortName } from "./capabilities/contacts/index.ts";
import { openBulkWorld } from "./bulk-world.fixture.ts";
import type { BulkWorld } from "./bulk-world.fixture.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";

const MANY = 5100;
const IN_A_TEST = operationKind("test.bulk");

let world: BulkWorld;

beforeAll(async () => {
  world = await openBulkWorld();
  const { database, cast } = world;
  const asked = { actor: { kind: "system" }, kind: IN_A_TEST, source: "job" } as const;
  await operate(database.house, asked, async (context) => {
    const drafts = Array.from({ length: MANY }, (_, at) => {
      const raw = String(13_500_000_000 + at);
      const { kind, value, strong } = normaliseIdentifier("phone", raw);
      if (value === null) throw new Error(`${raw} is no phone`);
      const name = `很多${at}`;
      const identifiers = [{ kind, value, raw, strong }];
      return { name, nameSort: sortName(name), accountId: null, at: context.now, identifiers };
    });
    const met = (await attachContacts(context, drafts)).map(({ contactId }) => contactId);
    await context.client.query("update contact set owner_id = $1 where id = any($2)", [cast.陈浩, met]);
  });
});

test("more records than one operation should hold are changed in the background, and undone in one piece", async () => {
  const { http, cast } = world;
  const choice = {
    filter: { combinator: "and" as const, rules: [{ field: "contact.name", operator: "contains", value: "很多" }] },
  };
  const input = { params: { object: "contact" as const }, body: { choice, field: "regionCode", value: "330000" } };
  const count = async () =>
    Number((await world.rows("select count(*) as n from contact where region_code = '330000'"))[0]?.["n"]);
  const preview = await http.as(cast.陈浩).call(bulk.previewEdit, input);
  expect(preview.body).toEqual({ changes: MANY, stays: [], inBackground: true });
  const begun = await http.as(cast.陈浩).call(bulk.edit, input);
  expect(begun.body).toMatchObject({ changed: 0, longOperationId: begun.operationId });
  expect(await count()).toBe(0);
  expect(await world.finish(begun.body.longOperationId)).toBeGreaterThan(5);
  expect(await count()).toBe(MANY);
  const [operation] = await world.rows("select summary from operation where id = $1", [begun.operationId]);
  expect(operation).toEqual({ summary: { object: "contact", count: MANY } });
  await world.undo(begun.operationId, cast.陈浩);
  expect(await count()).toBe(0);
}, 120_000);
