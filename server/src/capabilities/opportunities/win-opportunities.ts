import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { recordOpportunityEvents } from "../leads/index.ts";
import { winOpportunity } from "./domain/win-opportunity.ts";
import type { OpportunityWon } from "./domain/win-opportunity.ts";
import { closeOpportunities, readCyclesOf } from "./queries/opportunity-rows.ts";
import { refusedBy, stateOf, takeOpportunities } from "./take-opportunities.ts";

export const WIN_OPPORTUNITY = operationKind("opportunity.win");

export interface WinRequest {
  readonly opportunityId: string;
  /** Whole minor units of the opportunity's currency; may be 0. */
  readonly amount: number;
  /** Now unless said; may lie in the past. */
  readonly wonAt?: Date | undefined;
}

/**
 * Wins opportunities, each with its amount, and announces `opportunity.won`: customer success takes over (R-OPP-4).
 * @returns what is unusual about each (won before it was opened), in order.
 * @throws NotFound; NotAllowed; Refused `opportunity.not_running`, `opportunity.won_in_future`; then none is won.
 */
export async function winOpportunities(
  context: Acting,
  requests: readonly WinRequest[],
): Promise<OpportunityWon["notes"][]> {
  const ids = requests.map(({ opportunityId }) => opportunityId);
  const taken = await takeOpportunities(context, ids);
  const cycles = await readCyclesOf(context, ids);
  const now = context.now.getTime();
  const won = taken.map((opportunity, place) => {
    const { amount = null, wonAt } = requests[place] ?? {};
    const decided = winOpportunity(stateOf(opportunity), { amount, wonAt: wonAt?.getTime() ?? now, now });
    if (decided.outcome === "refused") throw refusedBy(decided);
    return { opportunity, decided };
  });
  await closeOpportunities(
    context,
    won.map(({ opportunity, decided }) => ({
      opportunityId: opportunity.id,
      outcome: "won",
      at: new Date(decided.wonAt),
      amount: decided.amount,
      reason: null,
      note: null,
    })),
  );
  await recordOpportunityEvents(
    context,
    won.map(({ opportunity, decided }) => ({
      opportunityId: opportunity.id,
      act: "won",
      cycle: cycles.get(opportunity.id) ?? 1,
      occurredAt: new Date(decided.wonAt),
      from: decided.lifecycle.from,
      to: decided.lifecycle.to,
      fromOwnerId: opportunity.ownerId,
      toOwnerId: opportunity.ownerId,
      reason: null,
    })),
  );
  await context.emit("opportunity.won", ids);
  return won.map(({ decided }) => decided.notes);
}
