import { beforeAll, describe, expect, test } from "vitest";
import { accounts } from "@tongzhou/contract/accounts";
import { bulk } from "@tongzhou/contract/bulk";
import { campaigns } from "@tongzhou/contract/campaigns";
import { contacts } from "@tongzhou/contract/contacts";
import { fields } from "@tongzhou/contract/fields";
import type { FieldValue } from "@tongzhou/contract/fields";
import { openBulkWorld } from "./bulk-world.fixture.ts";
import type { BulkWorld } from "./bulk-world.fixture.ts";

let world: BulkWorld;
let phones = 13_700_000_000;

beforeAll(async () => {
  world = await openBulkWorld();
});

const as = (who: string) => world.http.as(who);

async function contactOf(who: string, name: string, more: object = {}): Promise<string> {
  const identifiers = [{ kind: "phone", value: String(++phones) }];
  return (await as(who).call(contacts.create, { body: { name, identifiers, ...more } })).body.contactId;
}

const params = (object: "contact" | "account" | "campaign") => ({ object });
type Choice = { ids: string[] } | { filter: object; search: string };
const edit = (
  who: string,
  object: "contact" | "account" | "campaign",
  choice: Choice,
  field: string,
  value: FieldValue,
) => as(who).call(bulk.edit, { params: params(object), body: { choice, field, value } as never });
const preview = (
  who: string,
  object: "contact" | "account" | "campaign",
  choice: Choice,
  field: string,
  value: FieldValue,
) => as(who).call(bulk.previewEdit, { params: params(object), body: { choice, field, value } as never });
const named = (value: string): Choice => ({
  filter: { combinator: "and", rules: [{ field: "contact.name", operator: "contains", value }] },
  search: "",
});

describe("a fact of many contacts", () => {
  test("is counted before, set in one operation, and one undo restores every row exactly", async () => {
    const { cast } = world;
    const ids = [
      await contactOf(cast.陈浩, "甲一", { title: "厂长", company: "鼎新石化" }),
      await contactOf(cast.王倩, "甲二", { title: "工程师", company: "鼎新石化" }),
      await contactOf(cast.王倩, "甲三"),
    ];
    const admins = await contactOf(cast.吴桐, "甲四", { title: "工程师" });
    const before = await world.everything();
    const choice = { ids: [...ids, admins] };
    expect((await preview(cast.赵磊, "contact", choice, "title", "厂长")).body).toEqual({
      changes: 2,
      stays: [
        { because: "not_allowed", count: 1 },
        { because: "same", count: 1 },
      ],
      inBackground: false,
    });
    expect(await world.everything()).toEqual(before);
    const done = await edit(cast.赵磊, "contact", choice, "title", "厂长");
    expect(done.body).toEqual({ changed: 2, left: 2, longOperationId: null });
    const titles = await world.rows("select name, title from contact where name like '甲%' order by name");
    expect(Object.fromEntries(titles.map(({ name, title }) => [name, title]))).toEqual({
      甲一: "厂长",
      甲二: "厂长",
      甲三: "厂长",
      甲四: "工程师",
    });
    // What is written of somebody's job is written of the job they have now.
    const jobs = await world.rows("select title from membership where contact_id = any($1)", [ids]);
    expect(jobs).toEqual([{ title: "厂长" }, { title: "厂长" }]);
    await world.undo(done.operationId, cast.赵磊);
    expect(await world.everything()).toEqual(before);
  });

  test("is set for all that a filter shows, and for none beside them or out of sight", async () => {
    const { cast } = world;
    await contactOf(cast.陈浩, "乙一");
    await contactOf(cast.王倩, "乙二");
    await contactOf(cast.吴桐, "乙三");
    await contactOf(cast.陈浩, "旁人");
    const seen = await preview(cast.赵磊, "contact", named("乙"), "regionCode", "330000");
    expect(seen.body).toEqual({ changes: 2, stays: [], inBackground: false });
    expect((await edit(cast.赵磊, "contact", named("乙"), "regionCode", "330000")).body).toMatchObject({ changed: 2 });
    const inRegion = await world.rows("select name from contact where region_code = '330000' order by name");
    expect(inRegion.map(({ name }) => name)).toEqual(["乙一", "乙二"].toSorted());
  });

  test("is refused when the field or the value is none, and not found when none of them is within reach", async () => {
    const { cast } = world;
    const ids = [await contactOf(cast.陈浩, "丙")];
    expect((await edit(cast.赵磊, "contact", { ids }, "name", "谁都叫这个")).status).toBe(400);
    expect((await edit(cast.赵磊, "contact", { ids }, "regionCode", "浙江")).status).toBe(400);
    const out = [await contactOf(cast.吴桐, "丁")];
    expect((await edit(cast.王倩, "contact", { ids: out }, "title", "厂长")).status).toBe(404);
  });
});

describe("an added field of many records", () => {
  const add = async (body: object): Promise<string> =>
    (await as(world.cast.吴桐).call(fields.create, { body: { object: "contact", type: "text", ...body } as never }))
      .body.id;
  const valuesOf = async (fieldId: string) =>
    (
      await world.rows(
        `select c.name, v.text_value, v.amount, v.codes from custom_value as v join contact as c on c.id = v.contact_id
         where v.field_id = $1 order by c.name collate "C"`,
        [fieldId],
      )
    ).map(({ name, text_value: text }) => [name, text]);

  test("gets its value where there was none and where there was another, loses it again, and undo restores all", async () => {
    const { cast } = world;
    const field = await add({ name: "机型" });
    const ids = [await contactOf(cast.陈浩, "A1"), await contactOf(cast.陈浩, "A2"), await contactOf(cast.陈浩, "A3")];
    await edit(cast.陈浩, "contact", { ids: ids.slice(0, 1) }, `custom.${field}`, "四足");
    await edit(cast.陈浩, "contact", { ids: ids.slice(1, 2) }, `custom.${field}`, "轮式");
    const before = await world.everything();
    expect((await preview(cast.陈浩, "contact", { ids }, `custom.${field}`, "四足")).body).toMatchObject({
      changes: 2,
      stays: [{ because: "same", count: 1 }],
    });
    const done = await edit(cast.陈浩, "contact", { ids }, `custom.${field}`, "四足");
    expect(await valuesOf(field)).toEqual([
      ["A1", "四足"],
      ["A2", "四足"],
      ["A3", "四足"],
    ]);
    await world.undo(done.operationId, cast.陈浩);
    expect(await world.everything()).toEqual(before);
    const emptied = await edit(cast.陈浩, "contact", { ids }, `custom.${field}`, null);
    expect(emptied.body).toMatchObject({ changed: 2, left: 1 });
    expect(await valuesOf(field)).toEqual([]);
    await world.undo(emptied.operationId, cast.陈浩);
    expect(await world.everything()).toEqual(before);
  });

  test("is refused where it must differ or be there, and does not exist for roles that it is hidden from", async () => {
    const { cast } = world;
    const ids = [await contactOf(cast.陈浩, "B1")];
    const unique = await add({ name: "编号", unique: true });
    expect((await edit(cast.陈浩, "contact", { ids }, `custom.${unique}`, "7")).problem?.code).toBe("field_unique");
    const hidden = await add({ name: "底价", visibleTo: ["sales_manager"] });
    expect((await edit(cast.陈浩, "contact", { ids }, `custom.${hidden}`, "7")).problem?.code).toBe("field_missing");
    expect((await edit(cast.赵磊, "contact", { ids }, `custom.${hidden}`, "7")).body).toMatchObject({ changed: 1 });
  });
});

test("accounts and campaigns keep what one edit of each would keep", async () => {
  const { cast } = world;
  const made = await as(cast.陈浩).call(accounts.create, { body: { name: "海纳港务" } });
  const ids = [made.body.accountId as string];
  expect((await edit(cast.陈浩, "account", { ids }, "sizeBand", "200-999")).body).toMatchObject({ changed: 1 });
  const draft = async (name: string, more: object) =>
    (await as(cast.林晓).call(campaigns.create, { body: { name, type: "webinar", ...more } as never })).body
      .id as string;
  const early = await draft("早", { startsOn: "2025-11-01", endsOn: "2025-11-05" });
  const late = await draft("晚", { startsOn: "2025-12-01", endsOn: "2025-12-05" });
  const both = { ids: [early, late] };
  expect((await preview(cast.林晓, "campaign", both, "endsOn", "2025-11-20")).body).toMatchObject({
    changes: 1,
    stays: [{ because: "ends_before_start", count: 1 }],
  });
  expect((await edit(cast.林晓, "campaign", both, "endsOn", "2025-11-20")).body).toMatchObject({ changed: 1, left: 1 });
  expect((await edit(cast.林晓, "campaign", both, "type", "content")).body).toMatchObject({ changed: 2 });
});
