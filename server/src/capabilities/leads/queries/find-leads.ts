import { sql } from "kysely";
import type { LifelineEntry } from "@tongzhou/contract/lead-row";
import { LEAD_STAGES } from "@tongzhou/contract/lead-stages";
import type { LeadStage } from "@tongzhou/contract/lead-stages";
import type { Sentence } from "@tongzhou/contract/sentence";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { LEAD } from "../leads.access.ts";
import { iso, leadColumns, leadSource, newestTouches } from "./lead-columns.ts";
import type { LeadScorePart, StoredLead } from "./lead-columns.ts";
import type { LatestTouch, LeadClock } from "@tongzhou/contract/lead-row";
import type { z } from "zod";

/** More than a rep answers in a day; what is behind them comes up as these are answered. */
const TODAY_LIMIT = 200;
const TODAY_TOUCHES = 3;

export interface StoredTodayLead extends StoredLead {
  readonly explanation: Sentence | null;
  readonly touches: z.infer<typeof LatestTouch>[];
}

export interface StoredRecord extends StoredLead {
  readonly note: string | null;
  readonly mergedIntoId: string | null;
}

/** One lead that the viewer may read; undefined for any other. */
export async function findLead(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  id: string,
  score: LeadScorePart | undefined,
): Promise<StoredRecord | undefined> {
  const { rows } = await sql<StoredRecord>`
    select ${leadColumns(score)}, lead.note, lead.merged_into_id as "mergedIntoId"
    from ${leadSource(score)}
    where lead.id = ${id} and ${scopePredicate(viewer, LEAD, "read", "lead")}`.execute(tx);
  return rows[0];
}

/** The leads that wait for the viewer's answer, the least time left first; those without a due time by their start. */
export async function findTodayLeads(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  score: LeadScorePart | undefined,
): Promise<StoredTodayLead[]> {
  const { rows } = await sql<StoredTodayLead>`
    select
      ${leadColumns(score)},
      coalesce(${newestTouches(TODAY_TOUCHES)}, '[]') as touches,
      waiting.explanation
    from ${leadSource(score)}
    left join lateral (
      select a.assigned_at, case when a.explanation ? 'code' then a.explanation end as explanation
      from assignment as a
      where a.lead_id = lead.id
        and a.cycle = lead.cycle
        and not exists (select from assignment_end as e where e.assignment_id = a.id)
      limit 1
    ) as waiting on true
    where lead.owner_id = ${viewer.personId} and lead.stage = 'assigned'
    order by lead_clock.due_at, waiting.assigned_at, lead.id
    limit ${TODAY_LIMIT}`.execute(tx);
  return rows;
}

export interface StoredLifelineEntry extends Omit<LifelineEntry, "holderFrom" | "holderTo" | "from" | "to"> {
  readonly from: LeadStage | null;
  readonly to: LeadStage;
  readonly fromOwnerId: string | null;
  readonly fromPoolId: string | null;
  readonly toOwnerId: string | null;
  readonly toPoolId: string | null;
}

/** Every move of a lead, the oldest first. */
export async function findLifeline({ tx }: Pick<Viewing, "tx">, leadId: string): Promise<StoredLifelineEntry[]> {
  const { rows } = await sql<StoredLifelineEntry>`
    select
      e.id,
      ${iso("e.occurred_at")} as "occurredAt",
      ${iso("e.recorded_at")} as "recordedAt",
      e.cycle,
      e.table_row as row,
      e.from_stage as "from",
      e.to_stage as "to",
      e.from_owner_id as "fromOwnerId",
      e.from_pool_id as "fromPoolId",
      e.to_owner_id as "toOwnerId",
      e.to_pool_id as "toPoolId",
      e.actor_kind as "actorKind",
      (select name from published.person where e.actor_kind = 'person' and id = e.actor_id) as "actorName",
      e.reason,
      e.details -> 'because' as because,
      e.details -> 'explanation' as explanation,
      e.details ->> 'note' as note
    from lifecycle_event as e
    where e.lead_id = ${leadId} and e.to_stage = any(${[...LEAD_STAGES]}::text[])
    order by e.occurred_at, e.id`.execute(tx);
  return rows;
}

export interface StoredAssignment {
  readonly id: string;
  readonly ownerId: string;
  readonly ownerName: string;
  readonly cycle: number;
  readonly explanation: Sentence | null;
  readonly clock: LeadClock;
  readonly reason: string | null;
  readonly note: string | null;
}

/** Everybody who was asked, the newest first. */
export async function findAssignments({ tx }: Pick<Viewing, "tx">, leadId: string): Promise<StoredAssignment[]> {
  const { rows } = await sql<StoredAssignment>`
    select
      a.id,
      a.owner_id as "ownerId",
      p.name as "ownerName",
      a.cycle,
      case when a.explanation ? 'code' then a.explanation end as explanation,
      jsonb_build_object(
        'startedAt', ${iso("a.assigned_at")},
        'dueAt', case when e.id is null and c.due_at <> 'infinity' then ${iso("c.due_at")} end,
        'breachedAt', ${iso("b.at")},
        'endedAt', ${iso("e.at")},
        'outcome', e.outcome) as clock,
      e.reason,
      e.note
    from assignment as a
    join published.person as p on p.id = a.owner_id
    join lead_clock as c on c.lead_id = a.lead_id
    left join assignment_end as e on e.assignment_id = a.id
    left join assignment_breach as b on b.assignment_id = a.id
    where a.lead_id = ${leadId}
    order by a.assigned_at desc, a.id desc`.execute(tx);
  return rows;
}
