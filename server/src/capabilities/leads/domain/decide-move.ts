import { answerRules } from "./answer-rules.ts";
import { assignmentRules } from "./assignment-rules.ts";
import { judgedRules } from "./judged-rules.ts";
import type { LeadEvent, LeadEventKind } from "./lead-event.ts";
import { refuse } from "./lead-move.ts";
import type { Move, Refusal } from "./lead-move.ts";
import type { EventRules, LeadTable } from "./lead-rules.ts";
import type { LeadState } from "./lead-state.ts";
import { makeMove } from "./make-move.ts";
import { returnRules } from "./return-rules.ts";
import { sdrRules } from "./sdr-rules.ts";

/** The lower table of R-LEAD-1 but for its rows of entry (1, 1a, 1b: `enterLead`), as data: event → its rows. */
export const LEAD_TABLE: LeadTable = {
  ...judgedRules,
  ...sdrRules,
  ...assignmentRules,
  ...answerRules,
  ...returnRules,
};

/**
 * Decides what an event does to a lead (R-LEAD-1). Pure: the same lead and event give the same answer. What is not in the
 * table is refused by name, and a refusal changes nothing.
 */
export function decideMove<K extends LeadEventKind>(lead: LeadState, event: LeadEvent<K>): Move | Refusal {
  const rules: EventRules<K> = LEAD_TABLE[event.kind];
  const rows = rules.rows.filter(({ from }) => from.includes(lead.stage));
  if (rows.length === 0) return refuse("wrong_stage", { stage: lead.stage, event: event.kind });
  for (const guard of rules.guards ?? []) {
    const refusal = guard(lead, event);
    if (refusal !== null) return refusal;
  }
  const row = rows.find(({ when }) => when === undefined || when(lead, event));
  return row === undefined
    ? refuse("wrong_stage", { stage: lead.stage, event: event.kind })
    : makeMove(row.row, lead, row.change(lead, event));
}
