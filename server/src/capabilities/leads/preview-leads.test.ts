import { beforeAll, expect, test } from "vitest";
import { leads } from "@tongzhou/contract/leads";
import { openLeadHttp } from "./lead-http.fixture.ts";
import type { LeadHttp } from "./lead-http.fixture.ts";

let opened: LeadHttp;

beforeAll(async () => {
  opened = await openLeadHttp({ notices: false });
});

test("a bulk assignment does what its preview says: who loses how many, and how many stay and why", async () => {
  const { cast } = opened.world;
  const as = opened.http.as(cast.赵磊);
  const his = [await opened.assigned("一", "陈浩"), await opened.assigned("二", "陈浩")];
  const hers = await opened.assigned("三", "王倩");
  const waits = await opened.inPublicPool("四");
  const out = await opened.assigned("五", "陈浩");
  await as.call(leads.disqualify, { body: { leadIds: [out], reason: "invalid" } });
  // In the pool of the SDRs, which is not his to give from.
  const toQualify = await opened.toQualify("六");
  const body = { choice: { leadIds: [...his, hers, waits, out, toQualify] }, toId: cast.王倩 };
  const previewed = (await as.call(leads.previewAssignment, { body })).body;
  expect(previewed.moves).toEqual([
    { ownerId: cast.陈浩, ownerName: "陈浩", pool: null, count: 2 },
    { ownerId: null, ownerName: null, pool: "public", count: 1 },
  ]);
  expect(previewed.stays).toEqual(expect.arrayContaining([{ because: "already_theirs", count: 1 }]));
  const stays = previewed.stays.reduce((sum: number, { count }: { count: number }) => sum + count, 0);
  const done = (await as.call(leads.assign, { body })).body;
  expect(done.moved.toSorted()).toEqual([...his, waits].toSorted());
  expect(done.refused).toHaveLength(stays);
});
