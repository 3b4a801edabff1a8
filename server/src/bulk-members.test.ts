import { beforeAll, expect, test } from "vitest";
import { bulk } from "@tongzhou/contract/bulk";
import { campaignMembers } from "@tongzhou/contract/campaign-members";
import { campaigns } from "@tongzhou/contract/campaigns";
import { contacts } from "@tongzhou/contract/contacts";
import { openBulkWorld } from "./bulk-world.fixture.ts";
import type { BulkWorld } from "./bulk-world.fixture.ts";

let world: BulkWorld;
const as = (who: string) => world.http.as(who);

beforeAll(async () => {
  world = await openBulkWorld();
});

test("many contacts are invited to a campaign, counted before; its page tells who, to each within their rights", async () => {
  const { cast } = world;
  const ids: string[] = [];
  for (const [at, who] of [cast.陈浩, cast.王倩, cast.吴桐].entries()) {
    const identifiers = [{ kind: "phone", value: `1330000000${at}` }];
    ids.push((await as(who).call(contacts.create, { body: { name: `客人 ${at}`, identifiers } })).body.contactId);
  }
  const made = await as(cast.林晓).call(campaigns.create, { body: { name: "用户大会", type: "user_conference" } });
  const campaignId: string = made.body.id;
  const first = await as(cast.林晓).call(bulk.join, { body: { campaignId, choice: { ids: ids.slice(0, 1) } } });
  expect(first.body).toMatchObject({ changed: 1, left: 0 });
  const before = await world.everything();
  const input = { body: { campaignId, choice: { ids } } };
  expect((await as(cast.林晓).call(bulk.previewJoin, input)).body).toEqual({
    changes: 2,
    stays: [{ because: "already_member", count: 1 }],
    inBackground: false,
  });
  const done = await as(cast.林晓).call(bulk.join, input);
  expect(done.body).toMatchObject({ changed: 2, left: 1 });
  const members = async (who: string, query = {}) =>
    (await as(who).call(campaignMembers.list, { params: { campaignId }, query })).body;
  expect(await members(cast.林晓)).toMatchObject({ count: 3, outside: 0 });
  expect((await members(cast.林晓)).rows[0]).toMatchObject({ status: "invited" });
  const page = await members(cast.林晓, { limit: 2 });
  expect((await members(cast.林晓, { limit: 2, cursor: page.nextCursor })).rows).toHaveLength(1);
  expect(await members(cast.赵磊)).toMatchObject({ count: 2, outside: 1 });
  expect((await members(cast.赵磊)).rows).toHaveLength(2);
  // A sales manager reads campaigns and invites nobody; a campaign that has ended takes nobody.
  expect((await as(cast.赵磊).call(bulk.join, input)).status).toBe(403);
  await world.undo(done.operationId, cast.林晓);
  expect(await world.everything()).toEqual(before);
});
