import type { Holder, LeadStage, LeadTableRow, NurtureGroup } from "@tongzhou/contract/lead-stages";
import type { Sentence } from "@tongzhou/contract/sentence";
import { refuse } from "./lead-move.ts";
import type { LeadEffect, Move, Refusal } from "./lead-move.ts";
import { inPool, ownedBy, ownerOf } from "./lead-state.ts";
import type { LeadState } from "./lead-state.ts";
import { mayHold } from "./stage-holders.ts";

/** How a lead begins: captured by any door, typed by a rep for himself, or imported as history. */
export type LeadEntry =
  | { readonly kind: "captured"; readonly openLeadId: string | null; readonly standardInForce: boolean }
  | { readonly kind: "typed"; readonly repId: string; readonly openLeadId: string | null }
  | {
      readonly kind: "history";
      readonly openLeadId: string | null;
      readonly stage: LeadStage;
      readonly holder: Holder;
      readonly group: NurtureGroup | null;
      readonly reason: string | null;
    };

/**
 * Rows 1, 1a and 1b of the lead table. An open lead of the same contact and product line is pointed at, never doubled
 * (R-LEAD-6); history may add closed leads beside it. Without a standard in force a captured lead stays `raw` and says why.
 */
export function enterLead(entry: LeadEntry): Move | Refusal {
  const closed = entry.kind === "history" && (entry.stage === "converted" || entry.stage === "disqualified");
  if (entry.openLeadId !== null && !closed) return refuse("open_lead_exists", { leadId: entry.openLeadId });
  switch (entry.kind) {
    case "captured": {
      const effects: LeadEffect[] = entry.standardInForce ? [{ kind: "judge" }] : [];
      return begin("1", newborn("raw", inPool("sdr")), effects, { standardInForce: entry.standardInForce });
    }
    case "typed": {
      const lead = { ...newborn("sql", ownedBy(entry.repId)), hadBy: [entry.repId] };
      return begin("1a", lead, [{ kind: "grade" }], { repId: entry.repId });
    }
    case "history": {
      const { stage, holder, reason } = entry;
      if (!mayHold(stage, holder)) return refuse("holder_not_allowed", { stage });
      if (stage === "disqualified" && (reason === null || reason.trim() === "")) return refuse("reason_missing");
      const owner = ownerOf(holder);
      const lead: LeadState = {
        ...newborn(stage, holder),
        group: stage === "nurturing" ? entry.group : null,
        reason,
        hadBy: owner !== null && (stage === "assigned" || stage === "sql") ? [owner] : [],
      };
      return begin("1b", lead, [], { stage });
    }
  }
}

function newborn(stage: LeadStage, holder: Holder): LeadState {
  return {
    stage,
    holder,
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
}

function begin(row: LeadTableRow, lead: LeadState, effects: readonly LeadEffect[], params: Sentence["params"]): Move {
  const { stage, holder, cycle, reason } = lead;
  return {
    outcome: "moved",
    row,
    lead,
    lifecycle: [{ from: null, to: stage, cycle, holderFrom: null, holderTo: holder, row, reason }],
    effects,
    because: { code: `lead.row.${row}`, params },
  };
}
