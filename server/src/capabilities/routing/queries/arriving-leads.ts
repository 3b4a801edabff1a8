import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import { newbornSource } from "../../leads/index.ts";
import type { NewbornLeads } from "../../leads/index.ts";

/** A lead that waits to be routed, with what decides where it goes. */
export interface ArrivingLeadRow {
  readonly leadId: string;
  readonly occurredAt: Date;
  /** One for each condition asked. */
  readonly matched: readonly boolean[];
  readonly opportunityOwnerId: string | null;
  readonly accountOwnerId: string | null;
  readonly passedOnBySdr: boolean;
  readonly notTo: readonly string[];
}

/** Some of the leads that an operation has not written yet. */
export interface BornLeads {
  readonly newborns: NewbornLeads;
  readonly leadIds: readonly string[];
}

/** Whom a lead would ask first, over `lead` and `account`. */
const ASKED_FIRST = sql`
  case when lead.account_id is not null then (
    select o.owner_id
    from published.opportunity as o
    where o.account_id = lead.account_id and o.outcome is null
    order by o.opened_at desc, o.id desc
    limit 1
  ) end as "opportunityOwnerId",
  coalesce(account.owner_id, published.account_nearest_owner(account.parent_id)) as "accountOwnerId"`;

/**
 * Which conditions each lead meets, whom it would ask first and who had it in this cycle; one statement for any number of
 * leads and rules.
 */
export async function readArrivingLeads(
  { tx }: Pick<ReadContext, "tx">,
  leadIds: readonly string[],
  matched: RawBuilder<boolean[]>,
  which: "waiting" | "any",
): Promise<ArrivingLeadRow[]> {
  if (leadIds.length === 0) return [];
  const { rows } = await sql<ArrivingLeadRow>`
    select
      lead.id as "leadId",
      lead.captured_at as "occurredAt",
      ${matched} as matched,
      ${ASKED_FIRST},
      coalesce(cycle.passed_on, false) as "passedOnBySdr",
      coalesce(cycle.had_by, '{}') as "notTo"
    from published.lead as lead
    join published.contact as contact on contact.id = lead.contact_id
    left join published.account as account on account.id = lead.account_id
    cross join lateral (
      select
        bool_or(e.table_row = '4') as passed_on,
        array_agg(distinct e.to_owner_id) filter (where e.to_stage in ('assigned', 'sql') and e.to_owner_id is not null) as had_by
      from published.lifecycle_event as e
      where e.lead_id = lead.id and e.cycle = lead.cycle
    ) as cycle
    where lead.id = any(${leadIds}::uuid[])
      and ${which === "any" ? sql`true` : sql`lead.stage = 'mql' and lead.pool_kind = 'triage'`}`.execute(tx);
  return rows;
}

/** The same of leads that are not written yet; what happened to them in their cycle they know themselves. */
export async function readNewbornLeads(
  { tx }: Pick<ReadContext, "tx">,
  { newborns, leadIds }: BornLeads,
  matched: RawBuilder<boolean[]>,
): Promise<ArrivingLeadRow[]> {
  if (leadIds.length === 0) return [];
  const { rows } = await sql<Omit<ArrivingLeadRow, "passedOnBySdr" | "notTo">>`
    select lead.id as "leadId", lead.captured_at as "occurredAt", ${matched} as matched, ${ASKED_FIRST}
    from ${newbornSource(newborns, leadIds)} as lead
    join published.contact as contact on contact.id = lead.contact_id
    left join published.account as account on account.id = lead.account_id`.execute(tx);
  return rows.map((row) => {
    const state = newborns.find(row.leadId)?.state;
    return { ...row, passedOnBySdr: state?.passedOnBySdr ?? false, notTo: state?.hadBy ?? [] };
  });
}

/** Locks leads in the order of their ids. @returns those that wait to be routed, or for people to decide. */
export async function lockWaitingLeads({ tx }: Context, leadIds: readonly string[]): Promise<string[]> {
  if (leadIds.length === 0) return [];
  const { rows } = await sql<{ id: string }>`
    select id
    from published.lead
    where id = any(${leadIds}::uuid[]) and stage = 'mql' and pool_kind = 'triage'
    order by id
    for no key update`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Those of these leads that became qualified and were not routed since; people may be deciding about the others. */
export async function findUnrouted({ tx }: Pick<ReadContext, "tx">, leadIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select l.id
    from published.lead as l
    cross join lateral (
      select e.table_row
      from published.lifecycle_event as e
      where e.lead_id = l.id
      order by e.recorded_at desc, e.id desc
      limit 1
    ) as newest
    where l.id = any(${leadIds}::uuid[])
      and l.stage = 'mql'
      and l.pool_kind = 'triage'
      and newest.table_row in ('2', '4')`.execute(tx);
  return rows.map(({ id }) => id);
}

/** Leads the rules decided about since a moment, the newest. */
export async function findRoutedLeads({ tx }: Pick<ReadContext, "tx">, since: Date, limit: number): Promise<string[]> {
  const rows = await tx
    .selectFrom("published.lead")
    .select("id")
    .where("captured_at", ">=", since)
    .where("history", "=", false)
    .where("self_sourced", "=", false)
    .where("stage", "in", ["mql", "assigned", "sql", "converted"])
    .orderBy("captured_at", "desc")
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
  return rows.flatMap(({ id }) => id ?? []);
}

/** Assigned leads after one, in order. */
export async function findAssignedAfter(
  { tx }: Pick<ReadContext, "tx">,
  afterId: string,
  limit: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom("published.lead")
    .select("id")
    .where("stage", "=", "assigned")
    .where("id", ">", afterId)
    .orderBy("id")
    .limit(limit)
    .execute();
  return rows.flatMap(({ id }) => id ?? []);
}
