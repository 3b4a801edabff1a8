import { createContext, useContext, useEffect, useRef, useState } from "react";
import { shortcuts } from "./keyboard.ts";
import { PAGE_LAYER, type Layer } from "./shortcut-registry.ts";

/** The layer the component stands in; dialogs provide theirs. */
export const LayerContext = createContext<Layer>(PAGE_LAYER);

export interface ShortcutUse {
  /** As in keys.ts: `"a"`, `"mod+k"`, `"shift+a"`. Undefined registers nothing. */
  keys: string | undefined;
  /** What it does, shown by `?`. */
  words: string | (() => string);
  run: () => void;
  everywhere?: boolean;
  /** False while the act is not possible. */
  when?: boolean;
}

/** Lets keys do something while the component is on the page. Draw them beside the button: `Kbd` or `Button shortcut`. */
export function useShortcut(use: ShortcutUse): void {
  const layer = useContext(LayerContext);
  const latest = useRef(use);
  useEffect(() => {
    latest.current = use;
  });
  const { keys, everywhere = false, when = true } = use;
  useEffect(() => {
    if (keys === undefined || !when) return undefined;
    return shortcuts.add({
      keys,
      layer,
      everywhere,
      words: () => {
        const { words } = latest.current;
        return typeof words === "function" ? words() : words;
      },
      run: () => latest.current.run(),
    });
  }, [keys, layer, everywhere, when]);
}

/** For what stands over the page as long as it is mounted: the page below no longer hears keys. Provide the answer as `LayerContext`. */
export function useLayer(): Layer {
  const [layer] = useState(() => shortcuts.newLayer());
  useEffect(() => shortcuts.enter(layer), [layer]);
  return layer;
}
