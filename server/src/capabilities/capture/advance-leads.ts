import type { LeadStage } from "@tongzhou/contract/lead-stages";
import type { Context } from "../../platform/ledger/context.ts";
import { moveLeads } from "../leads/index.ts";
import type { LeadMove } from "../leads/index.ts";
import { routeLeads } from "../routing/index.ts";
import type { Arriving } from "../routing/index.ts";
import { judgeLeads } from "../standards/index.ts";
import type { JudgeCause, JudgedLead, KnownOfLeads } from "../standards/index.ts";

/** Leads that something happened to. */
export interface Advance {
  readonly leadIds: readonly string[];
  readonly cause: JudgeCause;
  readonly known?: KnownOfLeads;
}

/** Judging moves these; further along only the grade changes (row 2c). */
const MOVED_BY_JUDGING: readonly LeadStage[] = ["raw", "nurturing", "qualifying"];

/**
 * Judges leads, moves them where their cell sends them (rows 2–2c) and routes those that became qualified, in one
 * transaction. Without a standard in force nothing happens.
 * @param arriving of leads that arrive now: those that are not written yet, and the row of the import each came by.
 * @returns how many leads were moved.
 */
export async function advanceLeads(
  context: Context,
  advances: readonly Advance[],
  arriving: Arriving = {},
): Promise<number> {
  const moves: LeadMove[] = [];
  for (const { leadIds, cause, known } of advances) {
    const judged = await judgeLeads(context, leadIds, cause, known);
    moves.push(...judged.filter(mayMove).map((lead) => moveOf(lead, cause)));
  }
  const moved = await moveLeads(context, moves, arriving.newborns);
  const toRoute = moved.flatMap((move) =>
    move.outcome === "moved" && move.effects.some(({ kind }) => kind === "route") ? [move.leadId] : [],
  );
  await routeLeads(context, toRoute, arriving);
  return moved.filter((move) => move.outcome === "moved" && move.row !== "2c").length;
}

/** A lead with an SDR's pool goes on only when it is qualified; the lead table decides about the others. */
const mayMove = ({ stage, destination }: JudgedLead): boolean =>
  MOVED_BY_JUDGING.includes(stage) && (stage !== "qualifying" || destination === "mql");

function moveOf({ leadId, destination }: JudgedLead, cause: JudgeCause): LeadMove {
  // Facts that change are like time that passes: they wake nobody whom a person put to sleep.
  return { leadId, event: { kind: "judged", destination, cause: cause === "facts" ? "decay" : cause } };
}
