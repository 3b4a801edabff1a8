import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { sortKey } from "../../platform/text/sort-key.ts";
import { wouldBeBelowItself } from "../../platform/tree/would-be-below-itself.ts";
import { isCodeTaken, lockLineTree, lockProductLine, updateProductLine } from "./products.queries.ts";

export const EDIT_PRODUCT_LINE = operationKind("product_line.edit");

export interface ProductLineEdit {
  readonly name?: FieldChange<string> | undefined;
  readonly code?: FieldChange<string> | undefined;
  readonly parentId?: FieldChange<string | null> | undefined;
  readonly position?: FieldChange<number> | undefined;
  readonly active?: FieldChange<boolean> | undefined;
}

/**
 * Renames a line, moves it with everything below it, or stops and resumes selling it.
 * @throws NotFound; Conflict `changed_meanwhile`; Refused `code_taken`, `parent_missing`, `line_below_itself`.
 */
export async function editProductLine(context: Acting, id: string, edit: ProductLineEdit): Promise<void> {
  const tree = await lockLineTree(context);
  const line = await lockProductLine(context, id);
  if (!line) throw new NotFound();
  const { name, code, parentId, ...rest } = await takeChanges(context, { table: "product_line", id }, line, edit);
  if (code !== undefined && (await isCodeTaken(context, code, id))) throw new Refused("code_taken", { code });
  if (parentId !== undefined) {
    if (parentId !== null && !tree.some((node) => node.id === parentId)) throw new Refused("parent_missing");
    if (wouldBeBelowItself(tree, id, parentId)) throw new Refused("line_below_itself");
  }
  await updateProductLine(context, id, {
    ...rest,
    ...(name === undefined ? {} : { name, name_sort: sortKey(name, "text") }),
    ...(code === undefined ? {} : { code }),
    ...(parentId === undefined ? {} : { parent_id: parentId }),
  });
  await context.emit("product_line.edited", [id]);
}
