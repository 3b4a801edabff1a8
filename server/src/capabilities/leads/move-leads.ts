import type { Context } from "../../platform/ledger/context.ts";
import { announceMoves } from "./announce-moves.ts";
import type { NewbornLeads } from "./shapes/newborn-leads.ts";
import { decideMove } from "./domain/decide-move.ts";
import type { Move } from "./domain/lead-move.ts";
import type { LeadMove, LockedLead, MovedLead, MoveResult } from "./shapes/lead-move-request.ts";
import { lockLeads } from "./queries/lock-leads.ts";
import { recordMoves } from "./record-moves.ts";
import type { DecidedMove } from "./record-moves.ts";
import { tellOwners } from "./tell-owners.ts";

/**
 * Moves leads by the lead table (R-LEAD-1); the only place that changes stage or holder. Locks them in the order of their
 * ids, decides each as it is then, and writes leads, ledger rows and assignments for all of them at once; whoever was given
 * a lead is told. A lead that is named twice is moved twice, the second time from where the first left it.
 * @param newborns leads that are not written yet: they are moved in memory, and written as they ended up.
 * @returns one result a move, in order: a refusal is a value and changes nothing of its lead.
 */
export async function moveLeads(
  context: Context,
  moves: readonly LeadMove[],
  newborns?: NewbornLeads,
): Promise<MoveResult[]> {
  const results = Array.from<MoveResult>({ length: moves.length });
  for (const round of roundsOf(moves)) {
    const moved = await moveOnce(
      context,
      round.map(({ move }) => move),
      newborns,
    );
    round.forEach(({ place }, index) => {
      const result = moved[index];
      if (result !== undefined) results[place] = result;
    });
  }
  const moved = results.filter((result) => result.outcome === "moved");
  await announceMoves(context, moved);
  await tellOwners(context, moved);
  return results;
}

interface PlacedMove {
  readonly place: number;
  readonly move: LeadMove;
}

/** The first move of every lead, then the second of those that have one, and so on. */
function roundsOf(moves: readonly LeadMove[]): PlacedMove[][] {
  const rounds: PlacedMove[][] = [];
  const seen = new Map<string, number>();
  moves.forEach((move, place) => {
    const number = seen.get(move.leadId) ?? 0;
    seen.set(move.leadId, number + 1);
    (rounds[number] ??= []).push({ place, move });
  });
  return rounds;
}

async function moveOnce(
  context: Context,
  moves: readonly LeadMove[],
  newborns: NewbornLeads | undefined,
): Promise<MoveResult[]> {
  const leads = await lockLeads(
    context,
    moves.flatMap(({ leadId }) => (newborns?.has(leadId) === true ? [] : [leadId])),
  );
  const decided: DecidedMove[] = [];
  const results = moves.map((asked): MoveResult => {
    const before = newborns?.find(asked.leadId) ?? leads.get(asked.leadId);
    if (before === undefined)
      return { leadId: asked.leadId, outcome: "refused", before: null, code: "lead_not_found", params: {} };
    const move = decideMove(before.state, typeof asked.event === "function" ? asked.event(before) : asked.event);
    if (move.outcome === "refused") return { leadId: asked.leadId, before, ...move };
    const one = { asked, before, move, assignmentId: context.newId() };
    if (newborns?.has(asked.leadId) === true) newborns.record(one);
    else decided.push(one);
    return movedLead(before, move);
  });
  await recordMoves(context, decided);
  return results;
}

function movedLead(before: LockedLead, { row, lead, effects, because }: Move): MovedLead {
  return { leadId: before.id, outcome: "moved", row, before, lead, effects, because };
}
