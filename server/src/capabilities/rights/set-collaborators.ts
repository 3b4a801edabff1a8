import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { takeOpportunity } from "../opportunities/index.ts";
import { beginCollaborations, endCollaborations } from "./queries/collaborator-rows.ts";

export const SET_COLLABORATORS = operationKind("opportunity.set_collaborators");

/**
 * Lets people collaborate on an opportunity, and others no longer; who does already, or does not, stays as they are. What was
 * stays as history.
 * @throws NotFound; NotAllowed; Refused `right_holder_missing` for somebody who left, `collaborator_owns` for its owner.
 */
export async function setCollaborators(
  context: Acting,
  opportunityId: string,
  { add, remove }: { readonly add: readonly string[]; readonly remove: readonly string[] },
): Promise<{ added: number; removed: number }> {
  const { ownerId } = await takeOpportunity(context, opportunityId);
  const { people } = context.viewer.snapshot;
  if (add.some((id) => people.get(id)?.active !== true)) throw new Refused("right_holder_missing");
  if (add.includes(ownerId)) throw new Refused("collaborator_owns");
  const removed = await endCollaborations(context, opportunityId, remove);
  const added = await beginCollaborations(
    context,
    opportunityId,
    [...new Set(add)].filter((id) => !remove.includes(id)),
  );
  return { added, removed };
}
