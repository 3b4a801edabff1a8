import type { RuleGroup } from "@tongzhou/contract/conditions";
import type { RoutingRule, RoutingTarget } from "@tongzhou/contract/routing-rule";
import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

type Reading = Pick<ReadContext, "tx">;

interface RuleRow {
  readonly id: string;
  readonly name: string;
  readonly position: number;
  readonly enabled: boolean;
  readonly conditions: unknown;
  readonly target: string;
  readonly target_person_id: string | null;
  readonly target_team_id: string | null;
  readonly method: string;
  readonly weights: unknown;
  readonly fallback: boolean;
  readonly max_in_hand: number | null;
  readonly max_per_day: number | null;
  readonly otherwise: string;
}

const COLUMNS = [
  "id",
  "name",
  "position",
  "enabled",
  "conditions",
  "target",
  "target_person_id",
  "target_team_id",
  "method",
  "weights",
  "fallback",
  "max_in_hand",
  "max_per_day",
  "otherwise",
] as const;

/** All rules in the order in which they are tried: by position, the fallback last. */
export async function findRules({ tx }: Reading): Promise<RoutingRule[]> {
  const rows = await tx.selectFrom("routing_rule").select(COLUMNS).orderBy("fallback").orderBy("position").execute();
  return rows.map(ruleOf);
}

/** Locks all rules: their order is one thing. */
export async function lockRules(context: Context): Promise<RoutingRule[]> {
  await sql`select pg_advisory_xact_lock(hashtext('routing_rule.position'))`.execute(context.tx);
  return findRules(context);
}

export async function insertRule({ tx }: Context, rule: RoutingRule): Promise<void> {
  await tx
    .insertInto("routing_rule")
    .values({
      id: rule.id,
      position: rule.position,
      fallback: rule.fallback,
      name: rule.name,
      enabled: rule.enabled,
      ...valuesOf(rule),
    })
    .execute();
}

export async function updateRule({ tx }: Context, rule: RoutingRule): Promise<void> {
  await tx
    .updateTable("routing_rule")
    .set({ name: rule.name, enabled: rule.enabled, ...valuesOf(rule) })
    .where("id", "=", rule.id)
    .execute();
}

export async function deleteRule({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom("routing_rule").where("id", "=", id).execute();
}

/** Gives rules these positions, those that have another one. */
export async function placeRules({ tx }: Context, ids: readonly string[]): Promise<void> {
  await sql`set constraints routing_rule_position deferred`.execute(tx);
  await sql`
    update routing_rule as r
    set position = placed.position
    from unnest(${ids}::uuid[]) with ordinality as placed (id, position)
    where r.id = placed.id and r.position <> placed.position`.execute(tx);
}

function valuesOf({ conditions, target, maxInHand, maxPerDay, otherwise }: RoutingRule) {
  return {
    conditions: JSON.stringify(conditions),
    target: target.kind,
    target_person_id: target.kind === "user" ? target.personId : null,
    target_team_id: target.kind === "team" ? target.teamId : null,
    method: target.kind === "team" ? target.method : "round_robin",
    weights: JSON.stringify(target.kind === "team" ? target.weights : {}),
    max_in_hand: maxInHand,
    max_per_day: maxPerDay,
    otherwise,
  };
}

function ruleOf(row: RuleRow): RoutingRule {
  return {
    id: row.id,
    name: row.name,
    position: row.position,
    enabled: row.enabled,
    conditions: row.conditions as RuleGroup,
    target: targetOf(row),
    fallback: row.fallback,
    maxInHand: row.max_in_hand,
    maxPerDay: row.max_per_day,
    otherwise: row.otherwise as RoutingRule["otherwise"],
  };
}

function targetOf(row: RuleRow): RoutingTarget {
  if (row.target_person_id !== null) return { kind: "user", personId: row.target_person_id };
  if (row.target_team_id === null) return { kind: row.target as "sdr" | "nurture" };
  return {
    kind: "team",
    teamId: row.target_team_id,
    method: row.method as "round_robin",
    weights: row.weights as Record<string, number>,
  };
}
