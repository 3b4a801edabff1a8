import { beforeEach, expect, test } from "vitest";
import { handleAnnouncement } from "../../platform/events/handle-announcement.ts";
import { eventsOf } from "../../platform/events/subscription.ts";
import { moveLeads } from "../leads/index.ts";
import { createStandardDraft, findInForce, signStandard } from "../standards/index.ts";
import { routingSubscriptions } from "./index.ts";
import { openRoutingWorld } from "./routing-world.fixture.ts";
import type { RoutingWorld } from "./routing-world.fixture.ts";

let world: RoutingWorld;

beforeEach(async () => {
  world = await openRoutingWorld();
});

async function settle(): Promise<void> {
  const { house, announced } = world.database;
  for (let said = announced.shift(); said !== undefined; said = announced.shift())
    for (const subscription of routingSubscriptions)
      if (eventsOf(subscription).includes(said.event)) await handleAnnouncement(house, subscription, said);
}

async function putStandardInForce(): Promise<void> {
  const { 林晓, 赵磊 } = world.cast;
  await world.act(async (context) => {
    const standardId = await createStandardDraft(context, { basedOnId: null, note: null });
    const { rows } = await context.client.query<{ hash: string }>(
      "select standard_content_hash(content) as hash from lead_standard where id = $1",
      [standardId],
    );
    const contentHash = rows[0]?.hash ?? "";
    await signStandard(context, { standardId, side: "marketing", personId: 林晓, contentHash });
    await signStandard(context, { standardId, side: "sales", personId: 赵磊, contentHash });
    expect((await findInForce(context))?.id).toBe(standardId);
  });
}

const dueOf = async (leadId: string) =>
  (await world.rows("select nullif(due_at, 'infinity') as due from lead_clock where lead_id = $1", [leadId]))[0]?.[
    "due"
  ];

test("a lead that an SDR passes on is routed by the announcement, and only once", async () => {
  await world.rule({ target: { kind: "user", personId: world.cast.陈浩 } });
  const [leadId = ""] = await world.qualify(1);
  await settle();
  await settle();
  const [lead] = await world.rows("select stage, owner_id from lead where id = $1", [leadId]);
  expect(lead).toEqual({ stage: "assigned", owner_id: world.cast.陈浩 });
  expect(await world.rows("select from assignment")).toHaveLength(1);
});

test("a lead that no rule takes waits for people, however often it is announced", async () => {
  const [leadId = ""] = await world.qualify(1);
  const life = () => world.rows("select table_row, to_stage from lifecycle_event where lead_id = $1", [leadId]);
  const before = await life();
  const announced = [...world.database.announced];
  await settle();
  world.database.announced.push(...announced.map((said) => ({ ...said, eventId: world.database.house.newId() })));
  await settle();
  expect(await life()).toEqual(before);
  expect(await world.rows("select stage, pool_kind from lead")).toEqual([{ stage: "mql", pool_kind: "triage" }]);
});

test("whoever is asked must answer within working time, from the assignment on, whatever route the lead came", async () => {
  await putStandardInForce();
  await settle();
  const [byRule = "", byHand = ""] = await world.qualify(2);
  await world.rule({ target: { kind: "user", personId: world.cast.陈浩 } });
  await world.route([byRule]);
  const { 赵磊, 王倩 } = world.cast;
  await world.act((context) =>
    moveLeads(context, [{ leadId: byHand, event: { kind: "given", byId: 赵磊, toId: 王倩 } }]),
  );
  expect(await dueOf(byRule)).toBeNull();
  await settle();
  // Friday 9:24 in Shanghai and four working hours: 13:24.
  expect(await dueOf(byRule)).toEqual(new Date("2025-11-21T05:24:00.000Z"));
  expect(await dueOf(byHand)).toEqual(new Date("2025-11-21T05:24:00.000Z"));
});

test("a standard that comes into force counts the running clocks anew", async () => {
  await world.rule({ target: { kind: "user", personId: world.cast.陈浩 } });
  const [leadId = ""] = await world.qualify(1);
  await world.route([leadId]);
  await settle();
  expect(await dueOf(leadId)).toBeNull();
  await putStandardInForce();
  await settle();
  expect(await dueOf(leadId)).toEqual(new Date("2025-11-21T05:24:00.000Z"));
});
