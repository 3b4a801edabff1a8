import type { Holder, LeadStage, NurtureGroup, Pool } from "@tongzhou/contract/lead-stages";
import type { Context } from "../../../platform/ledger/context.ts";
import type { LockedLead } from "../shapes/lead-move-request.ts";

interface LeadRow {
  readonly id: string;
  readonly contactId: string;
  readonly homeContactId: string;
  readonly accountId: string | null;
  readonly homeAccountId: string | null;
  readonly productLineId: string | null;
  readonly campaignId: string | null;
  readonly capturedAt: Date;
  readonly stage: LeadStage;
  readonly ownerId: string | null;
  readonly poolId: string | null;
  readonly poolKind: Pool | null;
  readonly poolTeamId: string | null;
  readonly cycle: number;
  readonly nurtureGroup: NurtureGroup | null;
  readonly parkedUntil: Date | null;
  readonly reason: string | null;
  readonly mergedIntoId: string | null;
}

interface CycleRow {
  readonly id: string;
  readonly passedOn: boolean | null;
  readonly hadBy: string[] | null;
  readonly bounces: number;
  readonly openAssignmentId: string | null;
  readonly breached: boolean | null;
  readonly openSiblingId: string | null;
}

/**
 * Locks leads in the order of their ids and reads them as the lead table sees them. A closed lead may be opened again, so
 * its contact is locked too, before the leads, as captures do: nobody opens another lead of the contact meanwhile.
 * @returns by id; leads that do not exist are not there.
 */
export async function lockLeads(context: Context, leadIds: readonly string[]): Promise<Map<string, LockedLead>> {
  const ids = [...new Set(leadIds)];
  if (ids.length === 0) return new Map();
  await lockContactsOfClosed(context, ids);
  const leads = await lockRows(context, ids);
  const cycles = new Map((await readCycles(context, [...leads.keys()])).map((row) => [row.id, row]));
  return new Map([...leads].map(([id, row]) => [id, lockedLead(row, cycles.get(id))]));
}

/** Locks contacts in the order of their ids, so that the leads of one contact open one after the other. */
export async function lockContacts({ client }: Context, contactIds: readonly string[]): Promise<void> {
  await client.query({
    name: "lock-contacts-of-leads",
    text: "select from published.contact where id = any($1::uuid[]) order by id for no key update",
    values: [contactIds],
  });
}

async function lockContactsOfClosed({ client }: Context, ids: readonly string[]): Promise<void> {
  await client.query({
    name: "lock-contacts-of-closed-leads",
    text: `
      select
      from published.contact
      where id = any(array(
        select contact_id from lead where id = any($1::uuid[]) and stage in ('converted', 'disqualified')
      ))
      order by id
      for no key update`,
    values: [ids],
  });
}

async function lockRows({ client }: Context, ids: readonly string[]): Promise<Map<string, LeadRow>> {
  const { rows } = await client.query<LeadRow>({
    name: "lock-leads",
    text: `
      select
        l.id,
        l.contact_id as "contactId",
        l.home_contact_id as "homeContactId",
        l.account_id as "accountId",
        l.home_account_id as "homeAccountId",
        l.product_line_id as "productLineId",
        l.campaign_id as "campaignId",
        l.captured_at as "capturedAt",
        l.stage,
        l.owner_id as "ownerId",
        l.pool_id as "poolId",
        l.pool_kind as "poolKind",
        (select team_id from pool where id = l.pool_id) as "poolTeamId",
        l.cycle,
        l.nurture_group as "nurtureGroup",
        l.parked_until as "parkedUntil",
        l.reason,
        l.merged_into_id as "mergedIntoId"
      from lead as l
      where l.id = any($1::uuid[])
      order by l.id
      for update of l`,
    values: [ids],
  });
  return new Map(rows.map((row) => [row.id, row]));
}

/** A statement of its own: the one that locked may have waited, and its snapshot is older than what it waited for. */
async function readCycles({ client }: Context, ids: readonly string[]): Promise<CycleRow[]> {
  const { rows } = await client.query<CycleRow>({
    name: "read-lead-cycles",
    text: `
      select
        l.id,
        e.passed_on as "passedOn",
        e.had_by as "hadBy",
        coalesce(a.bounces, 0)::int as bounces,
        a.open_assignment_id as "openAssignmentId",
        a.breached,
        case when l.stage in ('converted', 'disqualified') then (
          select s.id
          from lead as s
          where s.contact_id = l.contact_id
            and s.product_line_id is not distinct from l.product_line_id
            and s.stage not in ('converted', 'disqualified')
        ) end as "openSiblingId"
      from unnest($1::uuid[]) as wanted (id)
      join lead as l on l.id = wanted.id
      cross join lateral (
        select
          bool_or(table_row = '4') as passed_on,
          array_agg(distinct to_owner_id) filter (where to_stage in ('assigned', 'sql') and to_owner_id is not null) as had_by
        from lifecycle_event
        where lead_id = l.id and cycle = l.cycle
      ) as e
      cross join lateral (
        select
          count(*) filter (where ended.bounce) as bounces,
          (array_agg(asked.id) filter (where ended.id is null))[1] as open_assignment_id,
          bool_or(ended.id is null and breach.id is not null) as breached
        from assignment as asked
        left join assignment_end as ended on ended.assignment_id = asked.id
        left join assignment_breach as breach on breach.assignment_id = asked.id
        where asked.lead_id = l.id and asked.cycle = l.cycle
      ) as a`,
    values: [ids],
  });
  return rows;
}

function lockedLead(row: LeadRow, cycle: CycleRow | undefined): LockedLead {
  const { id, contactId, homeContactId, accountId, homeAccountId, productLineId, campaignId, capturedAt, poolId } = row;
  return {
    id,
    contactId,
    homeContactId,
    accountId,
    homeAccountId,
    productLineId,
    campaignId,
    capturedAt,
    poolId,
    openAssignmentId: cycle?.openAssignmentId ?? null,
    openSiblingId: cycle?.openSiblingId ?? null,
    state: {
      stage: row.stage,
      holder: holderOf(row),
      cycle: row.cycle,
      bounces: cycle?.bounces ?? 0,
      group: row.nurtureGroup,
      parkedUntil: row.parkedUntil?.getTime() ?? null,
      reason: row.reason,
      mergedIntoId: row.mergedIntoId,
      passedOnBySdr: cycle?.passedOn ?? false,
      hadBy: cycle?.hadBy ?? [],
      breached: cycle?.breached ?? false,
    },
  };
}

function holderOf({ ownerId, poolKind, poolTeamId }: LeadRow): Holder {
  if (ownerId !== null) return { kind: "owner", ownerId };
  if (poolKind === null) throw new Error("a lead has neither owner nor pool, which the database does not allow");
  return { kind: "pool", pool: poolKind, teamId: poolTeamId };
}
