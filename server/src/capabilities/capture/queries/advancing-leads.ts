import { sql } from "kysely";
import type { LeadStage } from "@tongzhou/contract/lead-stages";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

type Reading = Pick<ReadContext, "tx">;

/** A lead that a new touch may concern. */
export interface TouchedLead {
  readonly leadId: string;
  readonly stage: LeadStage;
  readonly reason: string | null;
  /** Another lead of the contact and product line is open. */
  readonly hasOpenSibling: boolean;
}

/**
 * The leads of the contacts that these identifiers are of, but those that the operation which recorded the touches has
 * scored itself. Of disqualified leads only those touched after they were.
 */
export async function findTouchedLeads(
  { tx }: Context,
  identifierIds: readonly string[],
  operationId: string,
): Promise<TouchedLead[]> {
  const { rows } = await sql<TouchedLead>`
    select distinct
      l.id as "leadId",
      l.stage,
      l.reason,
      l.stage = 'disqualified' and exists (
        select
        from published.lead as s
        where s.contact_id = l.contact_id
          and s.product_line_id is not distinct from l.product_line_id
          and s.stage not in ('converted', 'disqualified')
      ) as "hasOpenSibling"
    from published.identifier as i
    join published.lead as l on l.contact_id = i.contact_id
    left join published.lead_score as s on s.lead_id = l.id
    where i.id = any(${identifierIds}::uuid[])
      and s.scored_by is distinct from ${operationId}::uuid
      and (
        l.stage <> 'disqualified'
        or (
          l.merged_into_id is null
          and exists (
            select
            from published.touch as t
            where t.identifier_id = i.id
              and (t.product_line_id is null or t.product_line_id = l.product_line_id)
              and t.at > (select max(e.occurred_at) from published.lifecycle_event as e where e.lead_id = l.id)
          )
        )
      )`.execute(tx);
  return rows;
}

/** Leads whose score steps down by now, those that wait longest first; a score may outlive its lead for a moment. */
export async function findDecayed({ tx, now }: Pick<ReadContext, "tx" | "now">, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select s.lead_id as id
    from published.lead_score as s
    where s.next_change_at <= ${now.toISOString()}::timestamptz
      and exists (select from published.lead as l where l.id = s.lead_id)
    order by s.next_change_at
    limit ${limit}`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Leads of these contacts or accounts that have a score. */
export async function findScoredLeadsOf(
  { tx }: Reading,
  {
    contactIds = [],
    accountIds = [],
  }: { readonly contactIds?: readonly string[]; readonly accountIds?: readonly string[] },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.id
    from published.lead as l
    join published.lead_score as s on s.lead_id = l.id
    where l.contact_id = any(${contactIds}::uuid[]) or l.account_id = any(${accountIds}::uuid[])`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Leads that a new standard judges, after a lead, in order (R-STD-6). */
export async function findJudgedAnew({ tx }: Reading, afterId: string, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom("published.lead")
    .select("id")
    .where("stage", "in", ["raw", "nurturing", "qualifying"])
    .where("id", ">", afterId)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.flatMap(({ id }) => id ?? []);
}
