import type { LeadTableRow } from "@tongzhou/contract/lead-stages";
import { sameHolder } from "./lead-state.ts";
import type { LeadState } from "./lead-state.ts";
import type { Change, LifecycleRow, Move } from "./lead-move.ts";
import { mayHold } from "./stage-holders.ts";

/**
 * Carries out what a row of the table says: clears what belongs to the stage or cycle that is left, and writes the ledger
 * rows, which chain from the old stage to the new one without a gap.
 * Throws when the row would give the lead a holder its stage does not allow: that is a mistake in the table, not of a user.
 */
export function makeMove(row: LeadTableRow, before: LeadState, change: Change): Move {
  const { through, effects = [], say = {}, ...changed } = change;
  const lead = settle(before, changed);
  if (!mayHold(lead.stage, lead.holder))
    throw new Error(`row ${row} gives a ${lead.stage} lead a holder it may not have`);
  const moved = lead.stage !== before.stage || lead.cycle !== before.cycle || !sameHolder(lead.holder, before.holder);
  return {
    outcome: "moved",
    row,
    lead,
    lifecycle: moved ? ledgerRows(row, before, lead, through) : [],
    effects,
    because: { code: `lead.row.${row}`, params: say },
  };
}

function settle(before: LeadState, changed: Partial<LeadState>): LeadState {
  const stage = changed.stage ?? before.stage;
  const left = stage !== before.stage;
  const newCycle = changed.cycle !== undefined && changed.cycle !== before.cycle;
  return {
    ...before,
    ...(left ? { reason: null, mergedIntoId: null, group: null, parkedUntil: null, breached: false } : {}),
    ...(newCycle ? { bounces: 0, passedOnBySdr: false, hadBy: [] } : {}),
    ...changed,
  };
}

function ledgerRows(
  row: LeadTableRow,
  before: LeadState,
  after: LeadState,
  through: LeadState["stage"] | undefined,
): LifecycleRow[] {
  const last: LifecycleRow = {
    from: through ?? before.stage,
    to: after.stage,
    cycle: after.cycle,
    holderFrom: before.holder,
    holderTo: after.holder,
    row,
    reason: after.reason,
  };
  if (through === undefined) return [last];
  return [
    {
      from: before.stage,
      to: through,
      cycle: before.cycle,
      holderFrom: before.holder,
      holderTo: before.holder,
      row,
      reason: null,
    },
    last,
  ];
}
