import type { Context } from "../../platform/ledger/context.ts";
import { insertOpportunityEvents } from "./queries/insert-opportunity-events.ts";

/** What an opportunity did, as the ledger keeps it instead of a row of the lead table. */
export type OpportunityAct = "opened" | "moved" | "given" | "won" | "lost";

/** One move of an opportunity. Stages are ids of its type, `open` where the type has none, and `won` or `lost` at the end. */
export interface OpportunityLifecycle {
  readonly opportunityId: string;
  readonly act: OpportunityAct;
  /** The cycle of the lead it came from; 1 without a lead. */
  readonly cycle: number;
  readonly occurredAt: Date;
  readonly from: string | null;
  readonly to: string;
  readonly fromOwnerId: string | null;
  readonly toOwnerId: string;
  readonly reason: string | null;
}

/**
 * Writes moves of opportunities into the one ledger of the lifecycle. They carry the opportunity alone, so that the rows of a
 * lead stay exactly its way through the lead table.
 */
export async function recordOpportunityEvents(
  context: Context,
  events: readonly OpportunityLifecycle[],
): Promise<void> {
  const { actor, now } = context;
  await insertOpportunityEvents(
    context,
    events.map((event) => ({
      id: context.newId(),
      opportunity_id: event.opportunityId,
      occurred_at: event.occurredAt,
      recorded_at: now,
      cycle: event.cycle,
      table_row: event.act,
      from_stage: event.from,
      to_stage: event.to,
      from_owner_id: event.fromOwnerId,
      to_owner_id: event.toOwnerId,
      actor_kind: actor.kind,
      actor_id: actor.kind === "person" ? actor.personId : actor.kind === "rule" ? actor.ruleId : null,
      reason: event.reason,
    })),
  );
}
