import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Grade, LeadClock, LeadRow } from "@tongzhou/contract/lead-row";
import type { LeadStage } from "@tongzhou/contract/lead-stages";
import { withJoins } from "../../../platform/lists/asked-joins.ts";
import type { ListJoin, ListSort } from "../../../platform/lists/list-definition.ts";
import type { Field } from "../../../platform/conditions/index.ts";

/**
 * What the capability of scores adds to lists of leads, which know of no score: a join that neither loses nor doubles a
 * lead, the grade as jsonb of the contract's `Grade` (null without a score), sorts, and fields of the object `lead`, among
 * them `lead.grade` (enum of cells). SQL speaks of the lead as `lead`.
 */
export interface LeadScorePart {
  readonly join: ListJoin;
  readonly grade: RawBuilder<Grade | null>;
  /** Until when the kept grade holds; null: for good. */
  readonly until: RawBuilder<Date | null>;
  readonly sorts: Readonly<Record<string, ListSort>>;
  readonly fields: readonly Field[];
  /** The same fields for lists, where `join` is part of the statement. */
  readonly listed: readonly Field[];
}

/** A lead as its statement gives it, before masks. */
export interface StoredLead extends Pick<
  LeadRow,
  | "id"
  | "grade"
  | "nurtureGroup"
  | "reason"
  | "cycle"
  | "productLine"
  | "campaign"
  | "source"
  | "selfSourced"
  | "history"
> {
  readonly stage: LeadStage;
  readonly contactId: string;
  readonly contactName: string | null;
  readonly contactTitle: string | null;
  readonly reachedBy: { readonly id: string; readonly kind: string; readonly value: string } | null;
  readonly account: { readonly id: string; readonly name: string } | null;
  readonly ownerId: string | null;
  readonly ownerName: string | null;
  readonly poolId: string | null;
  readonly poolKind: string | null;
  readonly poolTeamId: string | null;
  readonly poolTeamName: string | null;
  readonly clock: LeadClock | null;
  readonly latestTouch: LeadRow["latestTouch"];
  /** Until when the kept grade holds. */
  readonly gradeUntil: Date | null;
  readonly capturedAt: Date;
  readonly parkedUntil: Date | null;
}

/** An instant as the contract writes it, from inside jsonb. */
export const iso = (column: string): RawBuilder<string> =>
  sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

/** Which identifier of the contact is offered first. */
const REACHED_BY = sql`(
  select jsonb_build_object('id', i.id, 'kind', i.kind, 'value', i.value)
  from published.identifier as i
  where i.contact_id = lead.contact_id
    and i.valid_to is null
    and (i.kind in ('phone', 'email') or i.kind like 'wechat_%' or i.kind like 'wecom_external:%')
  order by case when i.kind = 'phone' then 0 when i.kind = 'email' then 1 else 2 end, i.strong desc, i.id
  limit 1
)`;

/** The newest touches of a lead: those of its contact's identifiers whose product line is the lead's or unknown. */
export const newestTouches = (limit: number): RawBuilder<unknown> => sql`(
  select jsonb_agg(jsonb_build_object('at', ${iso("t.at")}, 'kind', t.kind, 'title', t.title, 'channel', t.channel) order by t.at desc, t.id)
  from (
    select newest.*
    from published.identifier as i
    cross join lateral (
      select touch.id, touch.at, touch.kind, touch.title, touch.channel
      from published.touch as touch
      where touch.identifier_id = i.id
        and (touch.product_line_id is null or touch.product_line_id = lead.product_line_id)
      order by touch.at desc
      limit ${limit}
    ) as newest
    where i.contact_id = lead.contact_id
    order by newest.at desc
    limit ${limit}
  ) as t
)`;

const clockOf = (where: RawBuilder<unknown>): RawBuilder<unknown> => sql`(
  select jsonb_build_object(
    'startedAt', ${iso("asked.assigned_at")},
    'dueAt', case when ended.id is null and lead_clock.due_at <> 'infinity' then ${iso("lead_clock.due_at")} end,
    'breachedAt', ${iso("breach.at")},
    'endedAt', ${iso("ended.at")},
    'outcome', ended.outcome)
  from assignment as asked
  left join assignment_end as ended on ended.assignment_id = asked.id
  left join assignment_breach as breach on breach.assignment_id = asked.id
  where ${where}
  order by asked.assigned_at desc, asked.id desc
  limit 1
)`;

const named = (view: RawBuilder<unknown>, id: string): RawBuilder<unknown> =>
  sql`(select jsonb_build_object('id', named.id, 'name', named.name) from ${view} as named where named.id = ${sql.ref(id)})`;

/** Outer joins, though clock and contact are there for every lead: choosing and counting leave out what nothing asks for. */
export const leadJoins = (score: LeadScorePart | undefined): { table: RawBuilder<unknown>; joins: ListJoin[] } => ({
  table: sql`lead`,
  joins: [
    { alias: "lead_clock", join: sql`left join lead_clock on lead_clock.lead_id = lead.id` },
    { alias: "contact", join: sql`left join published.contact as contact on contact.id = lead.contact_id` },
    { alias: "account", join: sql`left join published.account as account on account.id = lead.account_id` },
    ...(score ? [score.join] : []),
  ],
});

/** Leads with all that lists and records show of them. */
export function leadSource(score: LeadScorePart | undefined): RawBuilder<unknown> {
  const { table, joins } = leadJoins(score);
  return withJoins(table, joins);
}

/** The select list that lists and records share; subqueries, so that they run for the rows of the page alone. */
export const leadColumns = (score: LeadScorePart | undefined): RawBuilder<unknown> => sql`
  lead.id,
  lead.stage,
  lead.cycle,
  lead.source,
  lead.reason,
  lead.history,
  lead.nurture_group as "nurtureGroup",
  lead.parked_until as "parkedUntil",
  lead.self_sourced as "selfSourced",
  lead.captured_at as "capturedAt",
  lead.owner_id as "ownerId",
  lead.pool_id as "poolId",
  lead.pool_kind as "poolKind",
  lead.contact_id as "contactId",
  contact.name as "contactName",
  contact.title as "contactTitle",
  case when account.id is not null then jsonb_build_object('id', account.id, 'name', account.name) end as account,
  (select name from published.person where id = lead.owner_id) as "ownerName",
  (select team_id from pool where id = lead.pool_id) as "poolTeamId",
  (select t.name from pool as p join published.team as t on t.id = p.team_id where p.id = lead.pool_id) as "poolTeamName",
  ${named(sql`published.product_line`, "lead.product_line_id")} as "productLine",
  ${named(sql`published.campaign`, "lead.campaign_id")} as campaign,
  ${REACHED_BY} as "reachedBy",
  ${newestTouches(1)} -> 0 as "latestTouch",
  ${clockOf(sql`asked.lead_id = lead.id and asked.cycle = lead.cycle`)} as clock,
  ${score?.grade ?? sql`null::jsonb`} as grade,
  ${score?.until ?? sql`null::timestamptz`} as "gradeUntil"`;
