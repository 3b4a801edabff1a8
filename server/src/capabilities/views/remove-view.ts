import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { lockOwnView } from "./lock-own-view.ts";
import { deleteView } from "./views.queries.ts";

export const REMOVE_VIEW = operationKind("view.remove");

/** Deletes a view; undo brings it back. @throws NotFound, NotAllowed. */
export async function removeView(context: Acting, id: string): Promise<void> {
  await lockOwnView(context, id);
  await deleteView(context, id);
}
