import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { moveLeads } from "../leads/index.ts";
import { openRoutingWorld } from "./routing-world.fixture.ts";
import type { RoutingWorld } from "./routing-world.fixture.ts";

let world: RoutingWorld;

beforeEach(async () => {
  world = await openRoutingWorld();
});

const team = (teamId: string, method: "round_robin" | "weighted" | "least_loaded" = "round_robin", weights = {}) =>
  ({ kind: "team", teamId, method, weights }) as const;

test("the first rule that matches decides, and the assignment keeps the rule, the team and why", async () => {
  const { 陈浩, 王倩, teams } = world.cast;
  const rail = { combinator: "and", rules: [{ field: "lead.source", operator: "is", value: "展会" }] } as const;
  await world.rule({ name: "展会", conditions: rail, target: { kind: "user", personId: 王倩 } });
  const ruleId = await world.rule({ name: "其余", target: team(teams.华东组), fallback: true });
  const [leadId] = await world.qualify(1);
  const [routed] = await world.route([leadId ?? ""]);
  expect(routed).toMatchObject({ to: { kind: "rep", repId: 陈浩 }, ruleId });
  const [row] = await world.rows("select owner_id, rule_id, team_id, explanation from assignment");
  expect(row).toMatchObject({
    owner_id: 陈浩,
    rule_id: ruleId,
    team_id: teams.华东组,
    explanation: { code: "routed.round_robin", params: { rule: "其余", repId: 陈浩 } },
  });
});

test("without a rule that matches people decide, and a lead that does not wait is left alone", async () => {
  const [leadId] = await world.qualify(1);
  expect(await world.route([leadId ?? ""])).toMatchObject([{ to: { kind: "nobody" }, ruleId: null }]);
  await world.act((context) =>
    moveLeads(context, [
      { leadId: leadId ?? "", event: { kind: "given", byId: world.cast.赵磊, toId: world.cast.陈浩 } },
    ]),
  );
  expect(await world.route([leadId ?? ""])).toEqual([]);
});

test("the owner of the customer is asked before all rules", async () => {
  const { 王倩, teams } = world.cast;
  await world.rule({ target: team(teams.华东组) });
  const accountId = await world.act(async (context) => {
    const id = context.newId();
    await context.client.query(
      "insert into account (id, kind, name, name_sort, owner_id) values ($1, 'company', '鼎新石化', 'd', $2)",
      [id, 王倩],
    );
    return id;
  });
  const [leadId] = await world.qualify(1, accountId);
  expect(await world.route([leadId ?? ""])).toMatchObject([{ to: { kind: "rep", repId: 王倩 }, ruleId: null }]);
  const [row] = await world.rows("select explanation from assignment");
  expect(row).toMatchObject({ explanation: { code: "routed.owner_first", params: { why: "customer" } } });
});

test("a company that nobody owns is its group's owner's, until it has one of its own", async () => {
  const { 王倩, 陈浩, teams } = world.cast;
  await world.rule({ target: team(teams.华东组) });
  const [bare, owned] = await world.act(async ({ newId, client }) => {
    const [group, middle, below, set] = [newId(), newId(), newId(), newId()];
    await client.query(
      `insert into account (id, kind, name, name_sort, owner_id, parent_id) values
         ($1, 'company', '鼎新石化集团', 'd', $5, null), ($2, 'company', '鼎新储运', 'd', null, $1),
         ($3, 'company', '鼎新储运北仑分公司', 'd', null, $2), ($4, 'company', '鼎新石化舟山分公司', 'd', $6, $2)`,
      [group, middle, below, set, 王倩, 陈浩],
    );
    return [below, set];
  });
  for (const [accountId, repId] of [
    [bare, 王倩],
    [owned, 陈浩],
  ] as const) {
    const [leadId] = await world.qualify(1, accountId);
    expect(await world.route([leadId ?? ""])).toMatchObject([{ to: { kind: "rep", repId }, ruleId: null }]);
  }
});

test("who is full or takes no leads is passed over, and the rule after it decides", async () => {
  const { 陈浩, 王倩, 赵磊, teams } = world.cast;
  await world.rule({ target: team(teams.华东组), maxInHand: 2 });
  await world.rule({ target: team(teams.销售部) });
  await world.act((context) =>
    context.client.query("insert into routing_member (id, person_id, capacity) values ($1, $2, 3)", [
      context.newId(),
      王倩,
    ]),
  );
  const leads = await world.qualify(7);
  const routed = await world.route(leads);
  const to = routed.map((one) => (one.to.kind === "rep" ? one.to.repId : one.to.kind));
  // 陈浩 takes two by the first rule, which holds him at two; by the second he and 王倩 take turns until she has three.
  expect(to.slice(0, 2)).toEqual([陈浩, 陈浩]);
  expect(to.filter((one) => one === 王倩)).toHaveLength(3);
  expect(to).not.toContain(赵磊);
});

test("a reject that gives the turn back puts the rep where he stood", async () => {
  const { teams } = world.cast;
  await world.hire(teams.华东组, 2);
  await world.rule({ target: team(teams.华东组) });
  const leads = await world.qualify(4);
  const [first, second] = await world.route(leads.slice(0, 2));
  if (first?.to.kind !== "rep" || second?.to.kind !== "rep") throw new Error("nobody was asked");
  const by = { personId: first.to.repId, mayActForHolder: false };
  await world.act((context) =>
    moveLeads(context, [
      {
        leadId: first.leadId,
        event: { kind: "declined", by, reason: { code: "invalid", effect: "disqualify" }, otherRecordId: null },
      },
    ]),
  );
  const [third, fourth] = await world.route(leads.slice(2));
  expect(third?.to).toEqual(first.to);
  expect(fourth?.to).not.toEqual(second.to);
});

/** Everybody of a team gets leads in one unbroken order: among n people any n turns in a row are n people. */
function expectUnbroken(turns: readonly string[], people: number): void {
  for (let start = 0; start + people <= turns.length; start++)
    expect(new Set(turns.slice(start, start + people)).size).toBe(people);
}

describe("a thousand at once and one by one", () => {
  test("single arrivals and batches at the same moment never break the turn", async () => {
    await world.hire(world.cast.teams.华东组, 4);
    await world.rule({ target: team(world.cast.teams.华东组) });
    for (let round = 0; round < 4; round++) {
      const batch = await world.qualify(23);
      const singles = await world.qualify(8);
      await Promise.all([
        ...singles.slice(0, 4).map((id) => world.route([id])),
        world.route(batch),
        ...singles.slice(4).map((id) => world.route([id])),
      ]);
      world.database.house.clock.advance(1);
    }
    const turns = await world.turns();
    expect(turns).toHaveLength(4 * 31);
    expectUnbroken(turns, 5);
  });

  test("a server whose clock is behind breaks no turn either", async () => {
    await world.hire(world.cast.teams.华东组, 2);
    await world.rule({ target: team(world.cast.teams.华东组) });
    const asked: string[] = [];
    for (let round = 0; round < 9; round++) {
      const [routed] = await world.route(await world.qualify(1));
      asked.push(routed?.to.kind === "rep" ? routed.to.repId : "nobody");
      world.database.house.clock.advance(-1000);
    }
    expectUnbroken(asked, 3);
    expect(await world.turns()).toEqual(asked);
  });

  test("a batch is shared out exactly as the same leads one by one, whatever the method", async () => {
    const other = await openRoutingWorld();
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom("round_robin", "weighted", "least_loaded" as const),
        fc.array(fc.integer({ min: 0, max: 4 }), { minLength: 3, maxLength: 3 }),
        fc.integer({ min: 1, max: 12 }),
        fc.option(fc.integer({ min: 1, max: 4 })),
        async (method, weights, count, maxInHand) => {
          const shares: number[][] = [];
          for (const [place, one] of [world, other].entries()) {
            await one.act((context) =>
              context.client.query(
                "delete from assignment; delete from routing_rule; delete from lifecycle_event; delete from lead",
              ),
            );
            const people = (await one.rows("select id from person where email like 'rep%' order by id")).map((row) =>
              String(row["id"]),
            );
            const team3 = people.length > 0 ? people : await one.hire(one.cast.teams.客户成功部, 3);
            const named = Object.fromEntries(team3.map((id, index) => [id, weights[index] ?? 1]));
            await one.rule({
              target: { kind: "team", teamId: one.cast.teams.客户成功部, method, weights: named },
              maxInHand,
            });
            const leads = await one.qualify(count);
            const routed = [];
            if (place === 0) routed.push(...(await one.route(leads)));
            else for (const id of leads) routed.push(...(await one.route([id])));
            const byLead = new Map(
              routed.map(({ leadId, to }) => [leadId, to.kind === "rep" ? team3.indexOf(to.repId) : -1]),
            );
            shares.push(leads.map((id) => byLead.get(id) ?? -2));
          }
          expect(shares[1]).toEqual(shares[0]);
        },
      ),
      { numRuns: 15 },
    );
  });
});
