import type { LeadStage, LeadTableRow } from "@tongzhou/contract/lead-stages";
import type { ActingPerson, LeadEvent, LeadEventKind } from "./lead-event.ts";
import { refuse } from "./lead-move.ts";
import type { AssignmentOutcome, Change, LeadEffect, Refusal, StopClock } from "./lead-move.ts";
import { ownedBy, ownerOf } from "./lead-state.ts";
import type { LeadState } from "./lead-state.ts";

/** Says why the event is not allowed although the stage is right, or null. */
export type Guard<K extends LeadEventKind> = (lead: LeadState, event: LeadEvent<K>) => Refusal | null;

/** One row of the table: from which stages, under which further condition, and what it changes. */
export interface Row<K extends LeadEventKind> {
  readonly row: LeadTableRow;
  readonly from: readonly LeadStage[];
  readonly when?: (lead: LeadState, event: LeadEvent<K>) => boolean;
  readonly change: (lead: LeadState, event: LeadEvent<K>) => Change;
}

/** The rows of one event; the first whose stage and condition hold is taken. */
export interface EventRules<K extends LeadEventKind> {
  readonly guards?: readonly Guard<K>[];
  readonly rows: readonly Row<K>[];
}

export type LeadTable = { readonly [K in LeadEventKind]: EventRules<K> };

export const OPEN_STAGES: readonly LeadStage[] = ["raw", "nurturing", "qualifying", "mql", "assigned", "sql"];

/** Refuses somebody who neither holds the lead nor may act for its holder; tells who holds it (who was first). */
export function notTheHolder(lead: LeadState, by: ActingPerson): Refusal | null {
  const owner = ownerOf(lead.holder);
  if (owner === null || owner === by.personId || by.mayActForHolder) return null;
  return refuse("not_the_holder", { ownerId: owner });
}

/** The change by which a rep is asked: the assignment uses a turn, starts the clock and is remembered for the cycle. */
export function assignTo(lead: LeadState, repId: string): Change & { readonly effects: readonly LeadEffect[] } {
  return {
    stage: "assigned",
    holder: ownedBy(repId),
    hadBy: remember(lead, repId),
    effects: [
      { kind: "start_clock", ownerId: repId, usesTurn: true },
      { kind: "tell_owner", ownerId: repId },
    ],
  };
}

export const remember = (lead: LeadState, ownerId: string): readonly string[] =>
  lead.hadBy.includes(ownerId) ? lead.hadBy : [...lead.hadBy, ownerId];

/** The clock of a lead that waits for an answer stops with this outcome; nothing stops when none runs. */
export function stopClock(
  lead: LeadState,
  outcome: AssignmentOutcome,
  { bounce = false, turnBack = false }: { bounce?: boolean; turnBack?: boolean } = {},
): readonly StopClock[] {
  const ownerId = ownerOf(lead.holder);
  if (lead.stage !== "assigned" || ownerId === null) return [];
  return [{ kind: "stop_clock", ownerId, outcome, bounce, turnBack }];
}
