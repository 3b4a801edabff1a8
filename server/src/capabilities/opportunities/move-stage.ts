import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { recordOpportunityEvents } from "../leads/index.ts";
import { moveOpportunity } from "./domain/move-opportunity.ts";
import type { GateFacts } from "./domain/check-gate.ts";
import { readCyclesOf, updateOpportunity } from "./queries/opportunity-rows.ts";
import type { LockedOpportunity } from "./queries/opportunity-rows.ts";
import { findTypes } from "./queries/opportunity-type-rows.ts";
import type { StoredType } from "./queries/opportunity-type-rows.ts";
import { readEvidence } from "./queries/read-evidence.ts";
import { refusedBy, stateOf, takeOpportunity } from "./take-opportunities.ts";

export const MOVE_OPPORTUNITY = operationKind("opportunity.move");

/**
 * Moves a running opportunity to another stage of its type; forward every stage on the way must open its gate (R-OPP-2).
 * @param from the stage the mover saw it in.
 * @throws NotFound; NotAllowed; Conflict `changed_meanwhile`; Refused `opportunity.gate_closed` with all that is missing,
 * `opportunity.not_running`, `opportunity.unknown_stage`, `opportunity.no_stages`, `opportunity.already_there`.
 */
export async function moveStage(
  context: Acting,
  id: string,
  { from, to }: { readonly from: string | null; readonly to: string },
): Promise<void> {
  const opportunity = await takeOpportunity(context, id);
  const { stageId } = opportunity;
  await takeChanges(context, { table: "opportunity", id }, { stageId }, { stageId: { from, to } });
  const move = moveOpportunity(await typeOfOpportunity(context, opportunity), stateOf(opportunity), to, {
    ...(await gateFactsOf(context, opportunity)),
  });
  if (move.outcome === "refused") throw refusedBy(move);
  await updateOpportunity(context, id, { stage_id: move.stageId });
  await recordOpportunityEvents(context, [
    {
      opportunityId: id,
      act: "moved",
      cycle: (await readCyclesOf(context, [id])).get(id) ?? 1,
      occurredAt: context.now,
      from: move.lifecycle.from,
      to: move.lifecycle.to,
      fromOwnerId: opportunity.ownerId,
      toOwnerId: opportunity.ownerId,
      reason: null,
    },
  ]);
  await context.emit("opportunity.moved", [id]);
}

/** The type of an opportunity, which its reference guarantees. */
export async function typeOfOpportunity(
  context: Pick<ReadContext, "tx">,
  { typeId }: Pick<LockedOpportunity, "typeId">,
): Promise<StoredType> {
  const type = (await findTypes(context)).find(({ id }) => id === typeId);
  if (!type) throw new Error(`there is no type ${typeId}`);
  return type;
}

/** What is filled in and what the system has seen, for the gates of stages. */
export async function gateFactsOf(
  context: Pick<ReadContext, "tx">,
  opportunity: LockedOpportunity,
): Promise<GateFacts> {
  const { amount, expectedCloseOn, nextStep, nextStepOn, productLineId } = opportunity;
  const fields = { amount, expectedCloseOn, nextStep, nextStepOn, productLineId };
  const filled = Object.entries(fields).flatMap(([field, value]) => (value === null ? [] : [field]));
  return { filledFields: new Set(filled), evidence: await readEvidence(context, opportunity.id) };
}
