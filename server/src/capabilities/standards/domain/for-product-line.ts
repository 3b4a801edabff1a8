/**
 * What a standard says for a product line: the entry of the line itself, else of the nearest line above it, else the one of
 * all others (`productLineId` null). `path` leads from the line up to the root; an unknown product line has an empty one.
 */
export function forProductLine<Entry extends { readonly productLineId: string | null }>(
  entries: readonly Entry[],
  path: readonly string[],
): Entry | null {
  for (const productLineId of [...path, null]) {
    const entry = entries.find((one) => one.productLineId === productLineId);
    if (entry !== undefined) return entry;
  }
  return null;
}
