import { beforeAll, expect, test } from "vitest";
import { LEAD_STAGES, POOLS } from "@tongzhou/contract/lead-stages";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { mayHold } from "./domain/stage-holders.ts";
import { moveLeads, openLeads } from "./index.ts";
import { assignedTo, openLeadWorld, QUIET_FACTS } from "./lead-world.fixture.ts";
import type { LeadWorld } from "./lead-world.fixture.ts";

let world: LeadWorld;

beforeAll(async () => {
  world = await openLeadWorld();
});

const by = (personId: string) => ({ personId, mayActForHolder: false });

test("the database allows exactly the holders that the table of stages allows", async () => {
  const [lead = ""] = await world.capture("刘建国");
  const { cast } = world;
  const holders = [
    { kind: "owner", ownerId: cast.陈浩 } as const,
    ...POOLS.map((pool) => ({ kind: "pool", pool, teamId: pool === "public" ? cast.teams.华东组 : null }) as const),
  ];
  await world.act(({ client, newId }) =>
    client.query("insert into pool (id, kind, team_id) values ($1, 'public', $2) on conflict do nothing", [
      newId(),
      cast.teams.华东组,
    ]),
  );
  const disagreements: string[] = [];
  for (const stage of LEAD_STAGES) {
    for (const holder of holders) {
      const pool = holder.kind === "pool" ? holder.pool : null;
      const tried = world.act(async ({ client }) => {
        await client.query(
          `update lead
           set stage = $2, owner_id = $3, pool_kind = $4, reason = 'tried',
               pool_id = (select id from pool where kind = $4 and team_id is not distinct from $5)
           where id = $1`,
          [
            lead,
            stage,
            holder.kind === "owner" ? holder.ownerId : null,
            pool,
            pool === "public" ? cast.teams.华东组 : null,
          ],
        );
        throw new Error("allowed");
      });
      const message = await tried.catch((error: Error) => error.message);
      if ((message === "allowed") !== mayHold(stage, holder))
        disagreements.push(`${stage} ${pool ?? "owner"}: ${String(message)}`);
    }
  }
  expect(disagreements).toEqual([]);
});

test("a captured lead is judged, routed, accepted, and every step is in the lifecycle", async () => {
  const [leadId = ""] = await world.capture("徐丽萍");
  await world.lead(leadId, ...assignedTo(world.cast.陈浩), { kind: "accepted", by: by(world.cast.陈浩) });
  const steps = await world.rows(
    "select table_row, from_stage, to_stage from lifecycle_event where lead_id = $1 order by id",
    [leadId],
  );
  expect(steps.map((row) => [row["table_row"], row["from_stage"], row["to_stage"]])).toEqual([
    ["1", null, "raw"],
    ["2", "raw", "mql"],
    ["6", "mql", "assigned"],
    ["7", "assigned", "sql"],
  ]);
  const [ended] = await world.rows(
    "select outcome, bounce, a.team_id from assignment_end join assignment as a on a.id = assignment_id where lead_id = $1",
    [leadId],
  );
  expect(ended).toEqual({ outcome: "accepted", bounce: false, team_id: world.cast.teams.华东组 });
});

test("a second answer is refused with who holds the lead, and changes nothing", async () => {
  const [leadId = ""] = await world.capture("于洋");
  await world.lead(leadId, ...assignedTo(world.cast.陈浩));
  const [refused] = await world.move([{ leadId, event: { kind: "accepted", by: by(world.cast.王倩) } }]);
  expect(refused).toMatchObject({
    leadId,
    outcome: "refused",
    code: "not_the_holder",
    params: { ownerId: world.cast.陈浩 },
  });
});

test("bounces and who had it are read from the ledger of the cycle, so the third bounce goes to triage", async () => {
  const [leadId = ""] = await world.capture("韩雪");
  const reject = (personId: string) =>
    ({
      kind: "declined",
      by: by(personId),
      reason: { code: "wrong_match", effect: "triage" },
      otherRecordId: null,
    }) as const;
  await world.lead(leadId, ...assignedTo(world.cast.陈浩), reject(world.cast.陈浩));
  await world.lead(leadId, { kind: "routed", to: { kind: "rep", repId: world.cast.王倩 } }, reject(world.cast.王倩));
  await world.lead(leadId, { kind: "given", byId: world.cast.林晓, toId: world.cast.赵磊 });
  const [again] = await world.move([{ leadId, event: { kind: "reassign_overdue", nextRepId: world.cast.陈浩 } }]);
  expect(again).toMatchObject({ outcome: "refused", code: "had_it_in_this_cycle" });
  const [over] = await world.move([{ leadId, event: { kind: "reassign_overdue", nextRepId: world.cast.周敏 } }]);
  expect(over).toMatchObject({ outcome: "moved", row: "9a", lead: { stage: "mql", bounces: 3 } });
});

test("one lead named twice is moved twice; one that does not exist is refused by name", async () => {
  const [leadId = ""] = await world.capture("潘毅");
  const [judge, route] = assignedTo(world.cast.陈浩);
  const nobody = world.database.house.newId();
  const results = await world.move([
    { leadId, event: judge! },
    { leadId: nobody, event: judge! },
    { leadId, event: route! },
  ]);
  expect(results.map((one) => one.outcome)).toEqual(["moved", "refused", "moved"]);
  expect(results[1]).toMatchObject({ code: "lead_not_found" });
  const [lead] = await world.rows("select stage, owner_id from lead where id = $1", [leadId]);
  expect(lead).toEqual({ stage: "assigned", owner_id: world.cast.陈浩 });
});

test("of two reps who claim at once, one has it and the other is told who, time after time", async () => {
  for (let round = 0; round < 8; round++) {
    const [leadId = ""] = await world.capture(`抢线索${round}`);
    await world.lead(
      leadId,
      ...assignedTo(world.cast.赵磊),
      { kind: "accepted", by: by(world.cast.赵磊) },
      { kind: "idle", destination: "public", teamId: world.cast.teams.华东组 },
    );
    const claim = (personId: string) => world.move([{ leadId, event: { kind: "claimed", personId } }]);
    const claimed = (await Promise.all([claim(world.cast.陈浩), claim(world.cast.王倩)])).flat();
    const [winner] = claimed.flatMap((one) => (one.outcome === "moved" ? [one.lead.holder] : []));
    expect(claimed.filter((one) => one.outcome === "moved")).toHaveLength(1);
    const [loser] = claimed.flatMap((one) => (one.outcome === "refused" ? [one] : []));
    expect(loser?.before?.state.holder).toEqual(winner);
    const [{ count } = {}] = await world.rows(
      "select count(*) from lifecycle_event where lead_id = $1 and table_row = '13a'",
      [leadId],
    );
    expect(Number(count)).toBe(1);
  }
});

test("accepting and giving away at once end in one owner and one open assignment at most", async () => {
  for (let round = 0; round < 8; round++) {
    const [leadId = ""] = await world.capture(`改派${round}`);
    await world.lead(leadId, ...assignedTo(world.cast.陈浩));
    await Promise.all([
      world.move([{ leadId, event: { kind: "accepted", by: by(world.cast.陈浩) } }]),
      world.move([{ leadId, event: { kind: "given", byId: world.cast.赵磊, toId: world.cast.王倩 } }]),
    ]);
    const open = await world.rows(
      "select owner_id from assignment as a where lead_id = $1 and not exists (select from assignment_end where assignment_id = a.id)",
      [leadId],
    );
    const [lead] = await world.rows("select owner_id, stage from lead where id = $1", [leadId]);
    expect(lead).toEqual({ owner_id: world.cast.王倩, stage: "assigned" });
    expect(open).toEqual([{ owner_id: world.cast.王倩 }]);
  }
});

test("three thousand leads move in a few statements, and undoing that puts every table back", async () => {
  const names = Array.from({ length: 3000 }, (_, index) => `客户${index}`);
  const drafts = await world.meet(...names);
  const tables = ["lead", "lifecycle_event", "assignment", "assignment_end", "lead_clock"];
  const picture = async () =>
    Promise.all(
      tables.map((table) => world.rows(`select md5(string_agg(t::text, '' order by t::text)) from ${table} as t`)),
    );
  const before = await picture();
  const done = await world.act(async (context) => {
    const opened = await openLeads(context, drafts, QUIET_FACTS);
    const ids = opened.flatMap(({ leadId }) => leadId ?? []);
    for (const event of assignedTo(world.cast.陈浩)) {
      const results = await moveLeads(
        context,
        ids.map((leadId) => ({ leadId, event })),
      );
      expect(results.every(({ outcome }) => outcome === "moved")).toBe(true);
    }
  });
  const [{ count } = {}] = await world.rows("select count(*) from lead_clock");
  expect(Number(count)).toBeGreaterThanOrEqual(3000);
  await undoOperation(world.database.house, {
    operationId: done.operationId,
    actor: { kind: "system" },
    source: "job",
  });
  expect(await picture()).toEqual(before);
});
