import type { Context } from "../../platform/ledger/context.ts";
import type { LeadEffect, LifecycleRow, Move } from "./domain/lead-move.ts";
import { sameHolder } from "./domain/lead-state.ts";
import type { LeadState } from "./domain/lead-state.ts";
import type { LeadMove, LockedLead } from "./shapes/lead-move-request.ts";
import { poolsFor } from "./queries/pool-rows.ts";
import type { PoolIds } from "./queries/pool-rows.ts";
import {
  insertAssignmentEnds,
  insertAssignments,
  insertBreaches,
  insertLifecycleEvents,
  teamsOf,
  updateMovedLeads,
} from "./queries/write-moves.ts";
import type {
  MovedLeadRow,
  NewAssignment,
  NewAssignmentEnd,
  NewBreach,
  NewLifecycleEvent,
} from "./queries/write-moves.ts";

/** A move that the lead table allows, with what was asked. */
export interface DecidedMove {
  readonly asked: Pick<LeadMove, "assignment" | "note" | "occurredAt">;
  readonly before: LockedLead;
  readonly move: Move;
  /**
   * Of the assignment, when the move asks a rep. Given when it was decided: of turns of one instant the ids tell the order,
   * whenever the rows are written.
   */
  readonly assignmentId: string;
}

/** Writes what was decided: leads, ledger rows, assignments with their ends and breaches; a statement a table. */
export async function recordMoves(context: Context, decided: readonly DecidedMove[]): Promise<void> {
  if (decided.length === 0) return;
  const pools = await poolsFor(
    context,
    decided.map(({ move }) => move.lead.holder),
  );
  const changed = decided.filter(({ before, move }) => !sameColumns(before.state, move.lead));
  await updateMovedLeads(
    context,
    changed.map(({ before, move }) => leadRow(before.id, move.lead, pools)),
  );
  await insertLifecycleEvents(
    context,
    decided.flatMap((one) => lifecycleRows(context, one.before.id, one.move, one.asked, pools)),
  );
  await insertBreaches(
    context,
    decided.flatMap((one) => breachRows(context, one)),
  );
  await insertAssignmentEnds(
    context,
    decided.flatMap((one) => endRows(context, one)),
  );
  await insertAssignments(context, await assignmentRows(context, decided));
}

/** The ledger rows of one move, oldest first. Actor and sentence are those of the operation and the table. */
export function lifecycleRows(
  context: Context,
  leadId: string,
  move: Move,
  asked: DecidedMove["asked"],
  pools: PoolIds,
): NewLifecycleEvent[] {
  const { actor, now } = context;
  const reviewed = move.effects.find((effect) => effect.kind === "open_review");
  return move.lifecycle.map((row) => ({
    id: context.newId(),
    lead_id: leadId,
    occurred_at: asked.occurredAt ?? now,
    recorded_at: now,
    cycle: row.cycle,
    table_row: row.row,
    from_stage: row.from,
    to_stage: row.to,
    ...holderColumns(row, pools),
    actor_kind: actor.kind,
    actor_id: actor.kind === "person" ? actor.personId : actor.kind === "rule" ? actor.ruleId : null,
    reason: row.reason,
    details: {
      because: move.because,
      ...(asked.assignment?.explanation ? { explanation: asked.assignment.explanation } : {}),
      // A rep's assignment names its rule; what a rule gave to a pool is named here.
      ...(asked.assignment?.ruleId && row.holderTo.kind !== "owner" ? { ruleId: asked.assignment.ruleId } : {}),
      ...(asked.note ? { note: asked.note } : {}),
      ...(reviewed?.kind === "open_review" ? { otherRecordId: reviewed.otherRecordId } : {}),
    },
  }));
}

function holderColumns(
  { holderFrom, holderTo }: LifecycleRow,
  pools: PoolIds,
): Pick<NewLifecycleEvent, "from_owner_id" | "from_pool_id" | "to_owner_id" | "to_pool_id"> {
  const from = pools.columnsOf(holderFrom);
  const to = pools.columnsOf(holderTo);
  return { from_owner_id: from.ownerId, from_pool_id: from.poolId, to_owner_id: to.ownerId, to_pool_id: to.poolId };
}

function leadRow(id: string, lead: LeadState, pools: PoolIds): MovedLeadRow {
  const { ownerId, poolId, poolKind } = pools.columnsOf(lead.holder);
  return {
    id,
    stage: lead.stage,
    owner_id: ownerId,
    pool_id: poolId,
    pool_kind: poolKind,
    cycle: lead.cycle,
    nurture_group: lead.group,
    parked_until: lead.parkedUntil === null ? null : new Date(lead.parkedUntil),
    reason: lead.reason,
    merged_into_id: lead.mergedIntoId,
  };
}

function sameColumns(a: LeadState, b: LeadState): boolean {
  return (
    a.stage === b.stage &&
    sameHolder(a.holder, b.holder) &&
    a.cycle === b.cycle &&
    a.group === b.group &&
    a.parkedUntil === b.parkedUntil &&
    a.reason === b.reason &&
    a.mergedIntoId === b.mergedIntoId
  );
}

type EffectOf<Kind extends LeadEffect["kind"]> = Extract<LeadEffect, { kind: Kind }>;

function effectOf<Kind extends LeadEffect["kind"]>(move: Move, kind: Kind): EffectOf<Kind> | undefined {
  return move.effects.find((effect): effect is EffectOf<Kind> => effect.kind === kind);
}

/** Leads imported as history may be assigned without an assignment: nothing was asked of anybody here. */
function breachRows(context: Context, { asked, before, move }: DecidedMove): NewBreach[] {
  if (before.openAssignmentId === null || !effectOf(move, "record_breach")) return [];
  return [{ id: context.newId(), assignment_id: before.openAssignmentId, at: asked.occurredAt ?? context.now }];
}

function endRows(context: Context, { asked, before, move }: DecidedMove): NewAssignmentEnd[] {
  const stop = effectOf(move, "stop_clock");
  if (before.openAssignmentId === null || stop === undefined) return [];
  return [
    {
      id: context.newId(),
      assignment_id: before.openAssignmentId,
      at: asked.occurredAt ?? context.now,
      outcome: stop.outcome,
      reason: stop.outcome === "rejected" || stop.outcome === "withdrawn" ? move.lead.reason : null,
      note: asked.note ?? null,
      bounce: stop.bounce,
      turn_back: stop.turnBack,
    },
  ];
}

/** An assignment for every move that asks a rep. */
export async function assignmentRows(context: Context, decided: readonly DecidedMove[]): Promise<NewAssignment[]> {
  const started = decided.flatMap((one) => {
    const start = effectOf(one.move, "start_clock");
    return start === undefined ? [] : [{ ...one, start }];
  });
  const unsaid = started.filter(({ asked }) => (asked.assignment?.teamId ?? null) === null);
  const teams =
    unsaid.length === 0
      ? new Map()
      : await teamsOf(
          context,
          unsaid.map(({ start }) => start.ownerId),
        );
  return started.map(({ asked, before, move, start, assignmentId }) => ({
    id: assignmentId,
    lead_id: before.id,
    cycle: move.lead.cycle,
    owner_id: start.ownerId,
    assigned_at: asked.occurredAt ?? context.now,
    rule_id: asked.assignment?.ruleId ?? null,
    team_id: asked.assignment?.teamId ?? teams.get(start.ownerId) ?? null,
    explanation: { ...(asked.assignment?.explanation ?? move.because) },
    uses_turn: start.usesTurn,
  }));
}
