import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { sortKey } from "../../platform/text/sort-key.ts";
import { insertProductLine, isCodeTaken, lockLineTree } from "./products.queries.ts";

export const CREATE_PRODUCT_LINE = operationKind("product_line.create");

/**
 * Adds a product line, last among its sisters.
 * @returns its id.
 * @throws Refused `code_taken`, `parent_missing`.
 */
export async function createProductLine(
  context: Context,
  line: { readonly name: string; readonly code: string; readonly parentId: string | null },
): Promise<string> {
  const tree = await lockLineTree(context);
  if (line.parentId !== null && !tree.some((node) => node.id === line.parentId)) throw new Refused("parent_missing");
  if (await isCodeTaken(context, line.code)) throw new Refused("code_taken", { code: line.code });
  const id = context.newId();
  const position = tree.filter((node) => node.parentId === line.parentId).length;
  await insertProductLine(context, { id, ...line, nameSort: sortKey(line.name, "text"), position });
  await context.emit("product_line.created", [id]);
  return id;
}
