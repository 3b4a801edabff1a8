import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { lockOwnView } from "./lock-own-view.ts";
import { updateView } from "./views.queries.ts";
import type { ViewFacts } from "./views.queries.ts";

export const EDIT_VIEW = operationKind("view.edit");

/** Renames, shares or changes a view. @throws NotFound, NotAllowed; Conflict `changed_meanwhile`. */
export async function editView(
  context: Acting,
  id: string,
  edit: { readonly [Field in keyof ViewFacts]?: FieldChange<ViewFacts[Field]> | undefined },
): Promise<void> {
  const { name, visibility, filter, columns, sort } = await lockOwnView(context, id);
  const present = { name, visibility, filter, columns, sort };
  await updateView(context, id, await takeChanges(context, { table: "saved_view", id }, present, edit));
}
