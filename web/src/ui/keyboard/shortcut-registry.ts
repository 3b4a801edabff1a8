import { areBare } from "./keys.ts";

/** A layer is a dialog or palette over the page; 0 is the page. Only the topmost layer hears keys. */
export type Layer = number;
export const PAGE_LAYER: Layer = 0;

export interface Shortcut {
  keys: string;
  /** What it does, for the list behind `?`. Read when the list opens, so it is in the language of that moment. */
  words: () => string;
  run: () => void;
  layer: Layer;
  /** Heard in every layer and while typing: for `mod+k` and its like. */
  everywhere: boolean;
}

export interface ShortcutRegistry {
  add(shortcut: Shortcut): () => void;
  /** A number for a layer that is not open yet. */
  newLayer(): Layer;
  /** Opens a layer above all others; the answer closes it. */
  enter(layer: Layer): () => void;
  /** The shortcut that these keys mean now. */
  find(keys: string, circumstances: { typing: boolean; bareAllowed: boolean }): Shortcut | undefined;
  /** What can be pressed in a layer (the top one when left out), one entry for each key, in the order of the page. */
  list(layer?: Layer): Shortcut[];
}

/** Keeps what each key means. When two parts of a page claim one key, the one that came last has it. */
export function shortcutRegistry(): ShortcutRegistry {
  const shortcuts: Shortcut[] = [];
  const layers: Layer[] = [PAGE_LAYER];
  let lastLayer = PAGE_LAYER;
  const top = () => layers.at(-1) ?? PAGE_LAYER;
  const isHeard = (shortcut: Shortcut, layer = top()) => shortcut.everywhere || shortcut.layer === layer;
  return {
    add(shortcut) {
      shortcuts.push(shortcut);
      return () => {
        const at = shortcuts.indexOf(shortcut);
        if (at >= 0) shortcuts.splice(at, 1);
      };
    },
    newLayer() {
      lastLayer += 1;
      return lastLayer;
    },
    enter(layer) {
      layers.push(layer);
      return () => {
        const at = layers.lastIndexOf(layer);
        if (at >= 0) layers.splice(at, 1);
      };
    },
    find(keys, { typing, bareAllowed }) {
      const found = shortcuts.findLast((shortcut) => shortcut.keys === keys && isHeard(shortcut));
      if (found === undefined) return undefined;
      if (typing && !found.everywhere) return undefined;
      if (!bareAllowed && areBare(keys)) return undefined;
      return found;
    },
    list(layer = top()) {
      const heard = shortcuts.filter((shortcut) => isHeard(shortcut, layer));
      return heard.filter((shortcut, at) => heard.findLastIndex((other) => other.keys === shortcut.keys) === at);
    },
  };
}
