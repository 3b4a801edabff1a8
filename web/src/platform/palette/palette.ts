import { useEffect, useRef } from "react";
import { externalValue } from "../../ui/hooks/external-value.ts";
import type { PaletteSource } from "./palette-types.ts";

/** Whether the palette is open. */
export const paletteOpen = externalValue<boolean>(false);

/** Who answers, in their order. */
export const paletteSources = externalValue<readonly PaletteSource[]>([]);

/** Lets a source answer from now on; answers how to stop. */
export function addPaletteSource(source: PaletteSource): () => void {
  paletteSources.set([...paletteSources.get(), source].toSorted((a, b) => a.order - b.order));
  return () => paletteSources.set(paletteSources.get().filter((other) => other !== source));
}

/** Lets a source answer while the component is on the page: what can be done with the record that is open. */
export function usePaletteSource(source: PaletteSource): void {
  const latest = useRef(source);
  useEffect(() => {
    latest.current = source;
  });
  const { id, order } = source;
  useEffect(() => addPaletteSource({ id, order, find: (...asked) => latest.current.find(...asked) }), [id, order]);
}
