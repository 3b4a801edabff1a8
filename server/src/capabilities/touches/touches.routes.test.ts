import { beforeAll, expect, test } from "vitest";
import { touches } from "@tongzhou/contract/touches";
import type { TouchRow } from "@tongzhou/contract/touches";
import { openTestWorld } from "../../open-test-world.fixture.ts";
import type { TestWorld } from "../../open-test-world.fixture.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { attachContacts, normaliseIdentifier, sortName } from "../contacts/index.ts";
import { prepareTouchMonths, recordTouches, touchesRoutes } from "./index.ts";
import type { TouchDraft } from "./index.ts";

const MEET = operationKind("test.meet");

let world: TestWorld;

/** A contact of somebody, who did these things. */
async function did(
  name: string,
  phone: string,
  ownerId: string,
  ...done: readonly Pick<TouchDraft, "kind" | "title" | "at" | "channel">[]
): Promise<void> {
  const { house } = world.database;
  const { kind, value, strong } = normaliseIdentifier("phone", phone);
  if (value === null) throw new Error(`${phone} is no phone`);
  await prepareTouchMonths(
    house,
    done.map(({ at }) => at),
  );
  await operate(house, { actor: { kind: "system" }, kind: MEET, source: "job" }, async (context) => {
    const [met] = await attachContacts(context, [
      {
        name,
        nameSort: sortName(name),
        identifiers: [{ kind, value, raw: phone, strong }],
        accountId: null,
        ownerId,
        at: context.now,
      },
    ]);
    await recordTouches(
      context,
      done.map((touch) => ({ ...touch, identifierId: met?.identifierId ?? "" })),
    );
  });
}

const at = (day: string) => new Date(`${day}T02:00:00.000Z`);
const list = (who: string, query: object = {}) => world.http.as(who).call(touches.list, { query });
const titles = (rows: readonly TouchRow[]) => rows.map(({ title }) => title);

beforeAll(async () => {
  world = await openTestWorld(touchesRoutes);
  const { 陈浩, 王倩 } = world.cast;
  await did(
    "刘建国",
    "13800020001",
    陈浩,
    { kind: "form", title: "预约演示", at: at("2025-09-03"), channel: "官网" },
    { kind: "content_view", title: "防爆区白皮书", at: at("2025-11-02") },
    { kind: "visit", title: "价格页", at: at("2025-10-15") },
  );
  await did("韩雪", "13800020002", 王倩, { kind: "meeting", title: "现场交流", at: at("2025-10-20") });
});

test("stand newest first through all months, with who did them, page after page", async () => {
  const { 林晓 } = world.cast;
  const all = await list(林晓);
  expect(titles(all.body.rows)).toEqual(["防爆区白皮书", "现场交流", "价格页", "预约演示"]);
  expect(all.body.rows[3]).toMatchObject({
    kind: "form",
    channel: "官网",
    at: "2025-09-03T02:00:00.000Z",
    contact: { name: "刘建国" },
    account: null,
    campaign: null,
  });
  const first = await list(林晓, { limit: 3 });
  const second = await list(林晓, { limit: 3, cursor: first.body.nextCursor });
  expect(titles([...first.body.rows, ...second.body.rows])).toEqual(titles(all.body.rows));
  expect(titles((await list(林晓, { sort: "at" })).body.rows)).toEqual(titles(all.body.rows.toReversed()));
  expect((await list(林晓, { sort: "title" })).problem.fields).toMatchObject([{ code: "field.sort_unknown" }]);
});

test("are those of the contacts that the viewer may read: each rep's own, and both for their manager", async () => {
  const { 陈浩, 王倩, 赵磊, 孙悦 } = world.cast;
  expect(titles((await list(陈浩)).body.rows)).not.toContain("现场交流");
  expect(titles((await list(王倩)).body.rows)).toEqual(["现场交流"]);
  expect((await list(赵磊)).body.rows).toHaveLength(4);
  expect((await list(孙悦)).body.rows).toEqual([]);
  const count = await world.http.as(王倩).call(touches.count, { query: {} });
  expect(count.body).toMatchObject({ count: 1, exact: true });
});

test("are filtered by what was done, when, and who did it, and searched by their names", async () => {
  const { 林晓 } = world.cast;
  const where = (...rules: object[]) => ({ filter: JSON.stringify({ combinator: "and", rules }) });
  const kinds = where({ field: "touch.kind", operator: "any_of", value: ["visit", "meeting"] });
  expect(titles((await list(林晓, kinds)).body.rows)).toEqual(["现场交流", "价格页"]);
  const late = where({ field: "touch.at", operator: "after", value: "2025-10-16" });
  expect(titles((await list(林晓, late)).body.rows)).toEqual(["防爆区白皮书", "现场交流"]);
  const hers = where({ field: "contact.owner", operator: "is", value: world.cast.王倩 });
  expect(titles((await list(林晓, hers)).body.rows)).toEqual(["现场交流"]);
  const paper = where({ field: "touch.title", operator: "contains", value: "白皮书" });
  expect(titles((await list(林晓, paper)).body.rows)).toEqual(["防爆区白皮书"]);
  expect(titles((await list(林晓, { search: "韩雪" })).body.rows)).toEqual(["现场交流"]);
});

test("cannot be filtered by what is masked, nor by fields that are not theirs", async () => {
  const ask = (field: string, who: string) =>
    list(who, {
      filter: JSON.stringify({ combinator: "and", rules: [{ field, operator: "is", value: "13800020001" }] }),
    });
  expect((await ask("contact.phone", world.cast.林晓)).problem).toMatchObject({ status: 400, code: "filter_invalid" });
  expect((await ask("lead.stage", world.cast.林晓)).problem).toMatchObject({ status: 400, code: "filter_invalid" });
  const fields = await world.http.as(world.cast.林晓).call(touches.fields);
  expect(fields.body.map(({ id }: { id: string }) => id)).toEqual(
    expect.arrayContaining(["touch.kind", "touch.at", "touch.campaign", "contact.owner"]),
  );
});
