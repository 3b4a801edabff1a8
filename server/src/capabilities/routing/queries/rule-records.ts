import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** How often a rule fired and how those leads did. */
export interface RuleRecordRow {
  readonly ruleId: string;
  readonly fired: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly won: number;
}

export async function findRuleRecords({ tx }: Pick<ReadContext, "tx">, since: Date): Promise<RuleRecordRow[]> {
  const { rows } = await sql<RuleRecordRow>`
    select
      a.rule_id as "ruleId",
      count(*)::int as fired,
      count(*) filter (where a.outcome = 'accepted')::int as accepted,
      count(*) filter (where a.outcome = 'rejected')::int as rejected,
      count(*) filter (where exists (
        select from published.opportunity as o where o.lead_id = a.lead_id and o.outcome = 'won'
      ))::int as won
    from (
      select rule_id, lead_id, outcome
      from published.assignment
      where assigned_at >= ${since.toISOString()}::timestamptz
      union all
      select rule_id, lead_id, null
      from published.lifecycle_event
      where to_owner_id is null and rule_id is not null and occurred_at >= ${since.toISOString()}::timestamptz
    ) as a
    where a.rule_id in (select id from routing_rule)
    group by a.rule_id`.execute(tx);
  return rows;
}

/** Which of these people and teams exist. */
export async function findTargets({
  tx,
}: Pick<ReadContext, "tx">): Promise<{ people: Set<string>; teams: Set<string> }> {
  const people = await tx.selectFrom("published.person").select("id").where("active", "=", true).execute();
  const teams = await tx.selectFrom("published.team").select("id").execute();
  return {
    people: new Set(people.flatMap(({ id }) => id ?? [])),
    teams: new Set(teams.flatMap(({ id }) => id ?? [])),
  };
}
