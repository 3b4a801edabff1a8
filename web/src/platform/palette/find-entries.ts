import type { PaletteEntry, PaletteGroup, PaletteSource } from "./palette-types.ts";

export interface Found {
  groups: readonly PaletteGroup[];
  /** Sources that have not answered yet. */
  waiting: number;
}

/**
 * Asks all sources and tells after each answer, in the order of the sources, so that a slow one keeps nobody waiting.
 * A source that fails is left out: the others still help.
 */
export async function findEntries(
  sources: readonly PaletteSource[],
  typed: string,
  signal: AbortSignal,
  tell: (found: Found) => void,
): Promise<void> {
  const answers = sources.map((): readonly PaletteGroup[] => []);
  let waiting = sources.length;
  await Promise.all(
    sources.map(async (source, at) => {
      try {
        answers[at] = await source.find(typed, signal);
      } catch {
        answers[at] = [];
      }
      waiting -= 1;
      if (!signal.aborted) tell({ groups: answers.flat().filter((group) => group.entries.length > 0), waiting });
    }),
  );
}

/** The entries in the order they are drawn. */
export const entriesOf = (groups: readonly PaletteGroup[]): readonly PaletteEntry[] =>
  groups.flatMap((group) => group.entries);
