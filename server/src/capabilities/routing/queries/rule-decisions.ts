import type { RoutingDecision } from "@tongzhou/contract/routing";
import type { Sentence } from "@tongzhou/contract/sentence";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { behind, cutPage, decodeCursor } from "../../../platform/paging/keyset.ts";
import { LEAD } from "../../leads/index.ts";

const ORDER = "latest";

export interface StoredDecision extends Omit<RoutingDecision, "at" | "because"> {
  readonly at: Date;
  readonly because: Partial<Sentence> | null;
}

/** What a rule decided since then: an assignment names its rule, a move into a pool is found in the lifecycle. */
const decided = (ruleId: string, since: Date): RawBuilder<unknown> => sql`
  select a.id, a.lead_id, a.assigned_at as at, a.owner_id, null::uuid as pool_id, a.explanation, a.outcome, a.reason
  from published.assignment as a
  where a.rule_id = ${ruleId}::uuid and a.assigned_at >= ${since.toISOString()}::timestamptz
  union all
  select e.id, e.lead_id, e.occurred_at, null, e.to_pool_id, e.explanation, null, null
  from published.lifecycle_event as e
  where e.rule_id = ${ruleId}::uuid and e.to_owner_id is null and e.occurred_at >= ${since.toISOString()}::timestamptz`;

/** One page of the decisions about leads that the viewer may open, the latest first. */
export async function findDecisions(
  viewing: Viewing,
  ruleId: string,
  since: Date,
  page: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const after = page.cursor === undefined ? undefined : decodeCursor(ORDER, page.cursor, 2);
  const { rows } = await sql<StoredDecision>`
    select
      d.id,
      d.lead_id as "leadId",
      contact.name as "contactName",
      account.name as "accountName",
      d.at,
      d.owner_id as "personId",
      person.name as "personName",
      pool.kind as pool,
      d.explanation as because,
      d.outcome,
      d.reason
    from (${decided(ruleId, since)}) as d
    join published.lead as lead on lead.id = d.lead_id
    join published.contact as contact on contact.id = lead.contact_id
    left join published.account as account on account.id = lead.account_id
    left join published.person as person on person.id = d.owner_id
    left join published.pool as pool on pool.id = d.pool_id
    where (${scopePredicate(viewing.viewer, LEAD, "read")}) is true
      and ${after ? behind([sql`d.at`, sql`d.id`], after.map(String), "desc") : sql`true`}
    order by d.at desc, d.id desc
    limit ${page.limit + 1}`.execute(viewing.tx);
  return cutPage(rows, page.limit, ORDER, (row) => [row.at.toISOString(), row.id]);
}

/** How many of the decisions are about leads that the viewer may not open. */
export async function countDecisionsOutside(viewing: Viewing, ruleId: string, since: Date): Promise<number> {
  const { rows } = await sql<{ outside: number }>`
    select count(*)::int as outside
    from (${decided(ruleId, since)}) as d
    join published.lead as lead on lead.id = d.lead_id
    where (${scopePredicate(viewing.viewer, LEAD, "read")}) is not true`.execute(viewing.tx);
  return rows[0]?.outside ?? 0;
}
