import type { Acting } from "../../platform/access/acting.ts";
import { NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import type { OpportunityRefused, OpportunityState } from "./domain/opportunity-state.ts";
import { mayWithOpportunity } from "./opportunities.access.ts";
import { lockOpportunities } from "./queries/opportunity-rows.ts";
import type { LockedOpportunity } from "./queries/opportunity-rows.ts";

/**
 * Locks opportunities for an act of somebody, in the order of their ids.
 * @returns in the order they were named.
 * @throws NotFound when one does not exist or may not be seen, NotAllowed when one is not theirs to act on.
 */
export async function takeOpportunities(
  context: Acting,
  ids: readonly string[],
  action: "edit" | "assign" = "edit",
): Promise<LockedOpportunity[]> {
  const { viewer } = context;
  const locked = new Map((await lockOpportunities(context, ids)).map((found) => [found.id, found]));
  return ids.map((id) => {
    const found = locked.get(id);
    if (!found || !mayWithOpportunity(viewer, "read", found.ownerId)) throw new NotFound();
    if (!mayWithOpportunity(viewer, action, found.ownerId)) throw new NotAllowed();
    return found;
  });
}

/** The same for one. */
export async function takeOpportunity(context: Acting, id: string): Promise<LockedOpportunity> {
  const [found] = await takeOpportunities(context, [id]);
  if (!found) throw new NotFound();
  return found;
}

/** What decisions look at. */
export const stateOf = ({ outcome, stageId, openedAt }: LockedOpportunity): OpportunityState => ({
  outcome,
  stageId,
  openedAt: openedAt.getTime(),
});

/** What a decision refused, as the answer to a request. */
export const refusedBy = ({ code, params, missing }: OpportunityRefused): Refused =>
  new Refused(`opportunity.${code}`, missing.length === 0 ? params : { ...params, asked: missing });
