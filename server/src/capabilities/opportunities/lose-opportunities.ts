import { LOSE_REASONS } from "@tongzhou/contract/opportunity-type";
import type { Acting } from "../../platform/access/acting.ts";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { moveLeads, recordOpportunityEvents } from "../leads/index.ts";
import type { LeadEvent } from "../leads/index.ts";
import { loseOpportunity } from "./domain/lose-opportunity.ts";
import { closeOpportunities, readCyclesOf } from "./queries/opportunity-rows.ts";
import type { LockedOpportunity } from "./queries/opportunity-rows.ts";
import { refusedBy, stateOf, takeOpportunities } from "./take-opportunities.ts";

export const LOSE_OPPORTUNITY = operationKind("opportunity.lose");

/** What the standard in force says of opportunities that are lost; handed in where the house is put together. */
export interface OpportunityNeighbours {
  /** Where the lead of a lost opportunity goes (row 15); nurture while no standard is in force. */
  readonly lostLeadsGoTo?: (context: Pick<ReadContext, "tx" | "now">) => Promise<"nurture" | "public">;
}

export interface LossRequest {
  readonly opportunityId: string;
  readonly reason: string;
  readonly note?: string | null;
  /** Now unless said. */
  readonly lostAt?: Date | undefined;
}

/**
 * Loses opportunities, each with its reason; their leads go back to nurture or the public pool of the owner's team, as the
 * standard says (row 15), in the same operation, so undoing it brings both back.
 * @throws NotFound; NotAllowed; Refused `opportunity.not_running`, `opportunity.lose_reason_unknown`; then none is lost.
 */
export async function loseOpportunities(
  context: Acting,
  requests: readonly LossRequest[],
  neighbours: OpportunityNeighbours,
): Promise<void> {
  const ids = requests.map(({ opportunityId }) => opportunityId);
  const taken = await takeOpportunities(context, ids);
  const cycles = await readCyclesOf(context, ids);
  const lost = taken.map((opportunity, place) => {
    const { reason = null, note = null, lostAt = context.now } = requests[place] ?? {};
    const decided = loseOpportunity(stateOf(opportunity), reason, LOSE_REASONS);
    if (decided.outcome === "refused") throw refusedBy(decided);
    return { opportunity, decided, note, lostAt };
  });
  await closeOpportunities(
    context,
    lost.map(({ opportunity, decided, note, lostAt }) => ({
      opportunityId: opportunity.id,
      outcome: "lost",
      at: lostAt,
      amount: null,
      reason: decided.reason,
      note,
    })),
  );
  await recordOpportunityEvents(
    context,
    lost.map(({ opportunity, decided, lostAt }) => ({
      opportunityId: opportunity.id,
      act: "lost",
      cycle: cycles.get(opportunity.id) ?? 1,
      occurredAt: lostAt,
      from: decided.lifecycle.from,
      to: decided.lifecycle.to,
      fromOwnerId: opportunity.ownerId,
      toOwnerId: opportunity.ownerId,
      reason: decided.reason,
    })),
  );
  await returnLeads(context, lost, neighbours);
  await context.emit("opportunity.lost", ids);
}

async function returnLeads(
  context: Acting,
  lost: readonly { readonly opportunity: LockedOpportunity; readonly lostAt: Date }[],
  neighbours: OpportunityNeighbours,
): Promise<void> {
  const wanted = (await neighbours.lostLeadsGoTo?.(context)) ?? "nurture";
  await moveLeads(
    context,
    lost.flatMap(({ opportunity: { leadId, ownerId }, lostAt }) => {
      if (leadId === null) return [];
      const teamId = context.viewer.snapshot.people.get(ownerId)?.teamId ?? null;
      // Somebody without a team has no public pool of their own; the people go to nurture then.
      const destination = teamId === null ? "nurture" : wanted;
      const event = ({ openSiblingId }: { readonly openSiblingId: string | null }): LeadEvent => ({
        kind: "opportunity_lost",
        destination,
        teamId,
        openLeadExists: openSiblingId !== null,
      });
      return [{ leadId, event, occurredAt: lostAt }];
    }),
  );
}
