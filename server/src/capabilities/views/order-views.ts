import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { updateOrder } from "./views.queries.ts";

export const ORDER_VIEWS = operationKind("view.order");

/** Puts one's own views of a list into this order; what is not one's own among the ids stays where it is. */
export async function orderViews(
  context: Acting,
  asked: { readonly object: string; readonly viewIds: readonly string[] },
): Promise<void> {
  await updateOrder(context, { ...asked, ownerId: context.viewer.personId });
}
