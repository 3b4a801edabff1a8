import { beforeAll, expect, test } from "vitest";
import { openLeads } from "./index.ts";
import type { CaptureFacts, LeadCapture } from "./index.ts";
import { assignedTo, openLeadWorld, QUIET_FACTS } from "./lead-world.fixture.ts";
import type { LeadWorld } from "./lead-world.fixture.ts";

let world: LeadWorld;

beforeAll(async () => {
  world = await openLeadWorld();
});

const open = async (captures: readonly LeadCapture[], facts: CaptureFacts = QUIET_FACTS) =>
  (await world.act((context) => openLeads(context, captures, facts))).result;

const meet = async (name: string): Promise<LeadCapture> => {
  const [draft] = await world.meet(name);
  if (!draft) throw new Error("nobody was met");
  return draft;
};

test("a second sign-up of the same person is another touch on the open lead, also within one batch", async () => {
  const draft = await meet("刘建国");
  const [first, second] = await open([draft, draft]);
  expect(first).toMatchObject({ outcome: "opened", stage: "raw", judge: true });
  expect(second).toEqual({ outcome: "touched", leadId: first?.leadId, stage: "raw", judge: true });
  expect(await open([draft])).toEqual([second]);
});

test("many captures of one person at once open one lead", async () => {
  for (let round = 0; round < 5; round++) {
    const draft = await meet(`同时${round}`);
    const results = (await Promise.all(Array.from({ length: 4 }, () => open([draft])))).flat();
    expect(results.filter(({ outcome }) => outcome === "opened")).toHaveLength(1);
    expect(new Set(results.map(({ leadId }) => leadId)).size).toBe(1);
  }
});

test("without a standard in force the lead stays raw and its first row says so", async () => {
  const [opened] = await open([await meet("于洋")], { ...QUIET_FACTS, standardInForce: false });
  expect(opened).toMatchObject({ outcome: "opened", judge: false });
  const [row] = await world.rows("select details -> 'because' as because from lifecycle_event where lead_id = $1", [
    opened?.leadId,
  ]);
  expect(row?.["because"]).toEqual({ code: "lead.row.1", params: { standardInForce: false } });
});

test("what a rep types is his at once; when the person has an open lead he is pointed to it", async () => {
  const draft = await meet("徐丽萍");
  const typed = { ...draft, entry: { kind: "typed", repId: world.cast.陈浩 } } as const;
  const [own] = await open([typed]);
  expect(own).toMatchObject({ outcome: "opened", stage: "sql", judge: true });
  expect(await open([{ ...typed, entry: { kind: "typed", repId: world.cast.王倩 } }])).toEqual([
    {
      outcome: "refused",
      leadId: own?.leadId,
      judge: false,
      code: "open_lead_exists",
      params: { leadId: own?.leadId },
    },
  ]);
});

test("history comes in as the file says, without assignment; an open one meets the open lead that is there", async () => {
  const [draft, other] = [await meet("韩雪"), await meet("潘毅")];
  const entry = {
    kind: "history",
    stage: "sql",
    holder: { kind: "owner", ownerId: world.cast.陈浩 },
    since: new Date("2025-03-01T00:00:00.000Z"),
  } as const;
  const [old, again, refused] = await open([
    { ...draft, entry },
    { ...draft, entry },
    { ...other, entry: { ...entry, stage: "nurturing" } },
  ]);
  expect(old).toMatchObject({ outcome: "opened", stage: "sql", judge: false });
  expect(again).toMatchObject({ outcome: "touched", leadId: old?.leadId, judge: false });
  expect(refused).toMatchObject({ outcome: "refused", code: "holder_not_allowed" });
  const [event] = await world.rows("select occurred_at, table_row from lifecycle_event where lead_id = $1", [
    old?.leadId,
  ]);
  expect(event).toEqual({ occurred_at: entry.since, table_row: "1b" });
  expect(await world.rows("select from assignment where lead_id = $1", [old?.leadId])).toEqual([]);
});

test("a disqualified lead wakes by a touch when its reason does, in a new cycle; otherwise only the touch is kept", async () => {
  const [sleeper, done] = [await meet("高峰"), await meet("郑凯")];
  const [one, two] = await open([sleeper, done]);
  const out = (leadId: string | null | undefined, reason: string) =>
    world.lead(leadId ?? "", {
      kind: "disqualified",
      by: { personId: world.cast.周敏, mayActForHolder: true },
      reason,
    });
  await out(one?.leadId, "not_ready");
  await out(two?.leadId, "invalid");
  const [woken, kept, touched] = await open([sleeper, done, sleeper]);
  expect(woken).toEqual({ outcome: "woken", leadId: one?.leadId, judge: true });
  expect(kept).toEqual({ outcome: "kept", leadId: two?.leadId, judge: false });
  expect(touched).toMatchObject({ outcome: "touched", leadId: one?.leadId });
  const [lead] = await world.rows("select stage, cycle from lead where id = $1", [one?.leadId]);
  expect(lead).toEqual({ stage: "raw", cycle: 2 });
});

test("a running opportunity is told of the touch; after a won one there is a new lead, its account's owner first", async () => {
  const draft = await meet("罗婷");
  const [first] = await open([draft]);
  const leadId = first?.leadId ?? "";
  await world.lead(leadId, ...assignedTo(world.cast.陈浩), {
    kind: "converted",
    by: { personId: world.cast.陈浩, mayActForHolder: false },
    opportunityOwnerId: world.cast.陈浩,
    accountConfirmed: true,
  });
  const sold = (state: "running" | "won"): CaptureFacts => ({
    ...QUIET_FACTS,
    opportunitiesOf: async (_, ids) => new Map(ids.map((id) => [id, { ownerId: world.cast.王倩, state }])),
  });
  expect(await open([draft], sold("running"))).toEqual([
    { outcome: "told", leadId, ownerId: world.cast.王倩, judge: false },
  ]);
  const [next] = await open([{ ...draft, accountOwnerId: world.cast.赵磊 }], sold("won"));
  expect(next).toMatchObject({ outcome: "opened", askFirst: world.cast.赵磊 });
});
