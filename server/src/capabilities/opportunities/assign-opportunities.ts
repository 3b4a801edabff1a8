import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { MAX_ROWS_AT_ONCE, chooseIds } from "../../platform/lists/choose-ids.ts";
import type { RowChoice } from "../../platform/lists/choose-ids.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { requireCompany } from "../people/index.ts";
import { giveOpportunities } from "./give-opportunities.ts";
import { opportunityList } from "./queries/opportunity-list.ts";

export const ASSIGN_OPPORTUNITIES = operationKind("opportunity.assign");

/**
 * Gives opportunities to another owner: those of the chosen that the viewer may give, in one operation; converted leads follow.
 * @throws NotFound when none of the chosen may be given; Refused `too_many_chosen`; and what `giveOpportunities` throws.
 */
export async function assignOpportunities(
  context: Acting,
  { choice, toId }: { readonly choice: RowChoice; readonly toId: string },
): Promise<{ moved: number; left: number }> {
  const ids = await chooseIds(opportunityList, choice, context, await requireCompany(context), "assign");
  if (ids.length === 0) throw new NotFound();
  if (ids.length > MAX_ROWS_AT_ONCE) throw new Refused("too_many_chosen", { most: MAX_ROWS_AT_ONCE });
  const moved = await giveOpportunities(context, ids, toId);
  const asked = "ids" in choice ? new Set(choice.ids).size : ids.length;
  return { moved, left: asked - moved };
}
