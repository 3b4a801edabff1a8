import type { Context } from "../../platform/ledger/context.ts";
import type { LeadTableRow } from "@tongzhou/contract/lead-stages";
import type { LeadEffect } from "./domain/lead-move.ts";
import { sameHolder } from "./domain/lead-state.ts";
import type { MovedLead } from "./shapes/lead-move-request.ts";

const REJECTED: readonly LeadTableRow[] = ["8", "8a", "8b", "8c"];

/** What is announced of moves, besides `lead.moved` for whatever changed stage or holder. */
const EVENTS: Readonly<Record<string, (move: MovedLead) => boolean>> = {
  "lead.moved": ({ before, lead }) =>
    before.state.stage !== lead.stage ||
    before.state.cycle !== lead.cycle ||
    !sameHolder(before.state.holder, lead.holder),
  /** Became qualified and waits to be routed, unless whoever moved it routes it in the same transaction. */
  "lead.qualified": (move) => has(move, "route"),
  "lead.assigned": (move) => has(move, "start_clock"),
  "lead.accepted": ({ row, before }) => row === "7" || (row === "11" && before.state.stage === "assigned"),
  "lead.rejected": ({ row }) => REJECTED.includes(row),
  "lead.given_back": ({ row }) => row === "12",
  "lead.claimed": ({ row }) => row === "13a",
  "lead.converted": ({ row, lead, before }) => row === "11" && before.state.stage !== lead.stage,
  "lead.disqualified": ({ lead, before }) => lead.stage === "disqualified" && before.state.stage !== "disqualified",
  "lead.breached": (move) => has(move, "record_breach"),
};

/** Announces moves, each event once with the ids of its leads. */
export async function announceMoves(context: Context, moved: readonly MovedLead[]): Promise<void> {
  for (const [event, holds] of Object.entries(EVENTS)) {
    const ids = new Set(moved.filter(holds).map(({ leadId }) => leadId));
    if (ids.size > 0) await context.emit(event, [...ids]);
  }
}

const has = ({ effects }: MovedLead, kind: LeadEffect["kind"]): boolean =>
  effects.some((effect) => effect.kind === kind);
