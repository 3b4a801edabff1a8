import { Keyboard, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { shortcuts } from "../../ui/keyboard/keyboard.ts";
import { PAGE_LAYER } from "../../ui/keyboard/shortcut-registry.ts";
import { chooseTheme, useTheme } from "../../ui/theme/choose-theme.ts";
import { usePaletteSource } from "../palette/palette.ts";
import type { PaletteEntry, PaletteGroup } from "../palette/palette-types.ts";
import { usePlaces } from "./shell-pieces.ts";

const ACTS_ORDER = 20;
const PLACES_ORDER = 30;
/** Heard everywhere or about moving in a list: nobody looks for these by name. */
const NOT_OFFERED = new Set(["mod+k", "j", "k", "x", "enter", "?"]);

const fits = (words: string, typed: string): boolean => words.toLowerCase().includes(typed.toLowerCase());

/** The palette goes to every place, and does what can be done on the page that is open. */
export function usePalettePlaces(): void {
  const { t } = useTranslation("shell");
  const { t: app } = useTranslation("app");
  const groups = usePlaces();
  const theme = useTheme();
  usePaletteSource({
    id: "page-acts",
    order: ACTS_ORDER,
    find: (typed) => grouped("page-acts", t("paletteDo"), [...pageActs(), themeAct()], typed),
  });
  usePaletteSource({
    id: "places",
    order: PLACES_ORDER,
    find: (typed) => grouped("places", t("paletteGo"), places(), typed),
  });

  const places = (): PaletteEntry[] =>
    groups.flat().map(({ id, href, icon, words }) => ({ id, href, icon, title: app(words as never) as string }));
  const pageActs = (): PaletteEntry[] =>
    shortcuts
      .list(PAGE_LAYER)
      .filter(({ keys }) => !NOT_OFFERED.has(keys))
      .map(({ keys, words, run }) => ({ id: `keys-${keys}`, icon: Keyboard, title: words(), keys, run }));
  const themeAct = (): PaletteEntry =>
    theme === "dark"
      ? { id: "theme", icon: Sun, title: t("theme.toLight"), run: () => chooseTheme("light") }
      : { id: "theme", icon: Moon, title: t("theme.toDark"), run: () => chooseTheme("dark") };
}

function grouped(id: string, words: string, entries: PaletteEntry[], typed: string): PaletteGroup[] {
  return [{ id, words, entries: entries.filter(({ title }) => typeof title === "string" && fits(title, typed)) }];
}
