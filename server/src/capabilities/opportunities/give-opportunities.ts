import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, Refused } from "../../platform/problems/refusal.ts";
import { moveLeads, recordOpportunityEvents } from "../leads/index.ts";
import { mayWithOpportunity } from "./opportunities.access.ts";
import { readCyclesOf, setOwner } from "./queries/opportunity-rows.ts";
import { takeOpportunities } from "./take-opportunities.ts";

export const GIVE_OPPORTUNITY = operationKind("opportunity.give");

const NO_STAGE = "open";

/**
 * Gives opportunities to another owner; converted leads follow (row 11). Those that are theirs already stay as they are.
 * @returns how many changed hands.
 * @throws NotFound; NotAllowed, also for an owner out of reach; Refused `opportunity_owner_missing`.
 */
export async function giveOpportunities(context: Acting, ids: readonly string[], ownerId: string): Promise<number> {
  const { viewer, now } = context;
  if (!viewer.snapshot.people.get(ownerId)?.active) throw new Refused("opportunity_owner_missing");
  if (!mayWithOpportunity(viewer, "assign", ownerId)) throw new NotAllowed();
  const taken = await takeOpportunities(context, [...new Set(ids)], "assign");
  const given = taken.filter((opportunity) => opportunity.ownerId !== ownerId);
  const givenIds = given.map(({ id }) => id);
  await setOwner(context, givenIds, ownerId);
  const cycles = await readCyclesOf(context, givenIds);
  await recordOpportunityEvents(
    context,
    given.map(({ id, stageId, outcome, ownerId: formerId }) => ({
      opportunityId: id,
      act: "given",
      cycle: cycles.get(id) ?? 1,
      occurredAt: now,
      from: outcome ?? stageId ?? NO_STAGE,
      to: outcome ?? stageId ?? NO_STAGE,
      fromOwnerId: formerId,
      toOwnerId: ownerId,
      reason: null,
    })),
  );
  await moveLeads(
    context,
    given.flatMap(({ leadId, outcome }) =>
      leadId === null || outcome === "lost" ? [] : [{ leadId, event: { kind: "opportunity_given", ownerId } as const }],
    ),
  );
  await context.emit("opportunity.given", givenIds);
  return given.length;
}
