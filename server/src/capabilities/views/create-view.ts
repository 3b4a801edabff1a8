import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { insertView } from "./views.queries.ts";
import type { ViewFacts } from "./views.queries.ts";

export const CREATE_VIEW = operationKind("view.create");

/** Saves a view of a list, for oneself or shared, behind one's others. @returns its id. */
export async function createView(context: Acting, view: ViewFacts & { readonly object: string }): Promise<string> {
  const id = context.newId();
  await insertView(context, { id, ownerId: context.viewer.personId, ...view });
  return id;
}
