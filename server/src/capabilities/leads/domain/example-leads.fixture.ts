import { decideMove } from "./decide-move.ts";
import type { ActingPerson, LeadEvent } from "./lead-event.ts";
import { inPool, ownedBy } from "./lead-state.ts";
import type { LeadState } from "./lead-state.ts";
import type { Move, Refusal } from "./lead-move.ts";

/** The people and leads of the examples: one lead in each stage, as plainly as the table allows. */
export const 林晓: ActingPerson = { personId: "林晓", mayActForHolder: false };
export const 周敏: ActingPerson = { personId: "周敏", mayActForHolder: false };
export const 陈浩: ActingPerson = { personId: "陈浩", mayActForHolder: false };
export const 王倩: ActingPerson = { personId: "王倩", mayActForHolder: false };
export const 赵磊: ActingPerson = { personId: "赵磊", mayActForHolder: true };

export const fresh: LeadState = {
  stage: "raw",
  holder: inPool("sdr"),
  cycle: 1,
  bounces: 0,
  group: null,
  parkedUntil: null,
  reason: null,
  mergedIntoId: null,
  passedOnBySdr: false,
  hadBy: [],
  breached: false,
};
export const raw = fresh;
export const nurturing: LeadState = { ...fresh, stage: "nurturing", holder: inPool("nurture") };
export const qualifying: LeadState = { ...fresh, stage: "qualifying", holder: inPool("sdr") };
export const taken: LeadState = { ...qualifying, holder: ownedBy("周敏") };
export const mql: LeadState = { ...fresh, stage: "mql", holder: inPool("triage") };
export const assigned: LeadState = { ...fresh, stage: "assigned", holder: ownedBy("陈浩"), hadBy: ["陈浩"] };
export const sql: LeadState = { ...assigned, stage: "sql" };
export const converted: LeadState = { ...assigned, stage: "converted" };
export const disqualified: LeadState = {
  ...fresh,
  stage: "disqualified",
  holder: inPool("invalid"),
  reason: "no_interest",
};

/** The move the table makes of it; throws when it refuses. */
export function moved(lead: LeadState, event: LeadEvent): Move {
  const decision = decideMove(lead, event);
  if (decision.outcome === "refused") throw new Error(`refused: ${decision.code}`);
  return decision;
}

/** The refusal the table answers; throws when it moves. */
export function refused(lead: LeadState, event: LeadEvent): Refusal {
  const decision = decideMove(lead, event);
  if (decision.outcome === "moved") throw new Error(`moved by row ${decision.row}`);
  return decision;
}

export const kinds = (move: Move): string[] => move.effects.map(({ kind }) => kind);
