import type { ReadContext } from "../../../platform/ledger/context.ts";

/** The way from a product line up to its root, itself first; an unknown line has an empty one. */
export async function readProductPaths({
  tx,
}: Pick<ReadContext, "tx">): Promise<(productLineId: string | null) => string[]> {
  const lines = await tx.selectFrom("published.product_line").select(["id", "parent_id"]).execute();
  const parentOf = new Map(lines.map(({ id, parent_id }) => [id, parent_id]));
  return (productLineId) => {
    const path = new Set<string>();
    for (let id = productLineId; id !== null && !path.has(id); id = parentOf.get(id) ?? null) path.add(id);
    return [...path];
  };
}
