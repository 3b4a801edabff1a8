import { foldText } from "../../../platform/text/clean-text.ts";

/** What a text of a file means: a product line, the unknown one on purpose, or nothing that is known. */
export type FoundLine = { readonly productLineId: string | null; readonly known: boolean };

const UNKNOWN: FoundLine = { productLineId: null, known: false };

/**
 * Makes the look-up of product lines by what files write: as a person decided it, else by code or name. Two lines of one
 * name answer as unknown, since nobody has said which.
 */
export function lineFinder(
  lines: readonly { readonly id: string; readonly code: string; readonly name: string }[],
  decided: readonly { readonly text: string; readonly productLineId: string | null }[],
): (text: string) => FoundLine {
  const found = new Map<string, FoundLine>();
  for (const { id, name } of lines) {
    const key = foldText(name);
    found.set(key, found.has(key) ? UNKNOWN : { productLineId: id, known: true });
  }
  for (const { id, code } of lines) found.set(foldText(code), { productLineId: id, known: true });
  for (const { text, productLineId } of decided) found.set(foldText(text), { productLineId, known: true });
  return (text) => found.get(foldText(text)) ?? UNKNOWN;
}
