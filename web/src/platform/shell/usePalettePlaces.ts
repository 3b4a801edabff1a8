import { Keyboard, Moon, Sun } from "lucide-react";
import { useTranslation } from "react-i18next";
import { shortcuts } from "../../ui/keyboard/keyboard.ts";
import { PAGE_LAYER } from "../../ui/keyboard/shortcut-registry.ts";
import { chooseTheme, useTheme } from "../../ui/theme/choose-theme.ts";
import { usePaletteSource } from "../palette/palette.ts";
import type { PaletteEntry } from "../palette/palette-types.ts";
import { begin } from "./begun.ts";
import { useBeginnings, usePlaces } from "./shell-pieces.ts";

const ACTS_ORDER = 20;
const PLACES_ORDER = 30;
/** Heard everywhere or about moving in a list: nobody looks for these by name. */
const NOT_OFFERED = new Set(["mod+k", "j", "k", "x", "enter", "?"]);

const fits = (words: string, typed: string): boolean => words.toLowerCase().includes(typed.toLowerCase());

/** The palette goes to every place, begins what can be begun, and does what can be done on the page that is open. */
export function usePalettePlaces(): void {
  const { t } = useTranslation("shell");
  const { t: app } = useTranslation("app");
  const groups = usePlaces({ aside: true });
  const beginnings = useBeginnings();
  const theme = useTheme();
  usePaletteSource({
    id: "page-acts",
    order: ACTS_ORDER,
    find: (typed) => {
      const onPage = pageActs();
      const others = begins(typed).filter(({ title }) => onPage.every((act) => act.title !== title));
      const acts = [...onPage, themeAct()].filter(({ title }) => fits(String(title), typed));
      return [{ id: "page-acts", words: t("paletteDo"), entries: [...others, ...acts] }];
    },
  });
  usePaletteSource({
    id: "places",
    order: PLACES_ORDER,
    find: (typed) => [{ id: "places", words: t("paletteGo"), entries: places(typed) }],
  });

  const say = (key: string): string => app(key as never) as string;
  const places = (typed: string): PaletteEntry[] =>
    groups
      .flat()
      .filter(({ words, also }) => fits(say(words), typed) || (also !== undefined && fits(name(also), typed)))
      .map(({ id, href, icon, words }) => ({ id, href, icon, title: say(words) }));
  const name = (key: string): string => t(key as never) as string;
  const begins = (typed: string): PaletteEntry[] =>
    beginnings
      .map(({ id, icon, words, also }) => ({ id, icon, title: name(words), also: name(also) }))
      .filter(({ title, also }) => fits(title, typed) || fits(also, typed))
      .map(({ id, icon, title }) => ({ id: `begin-${id}`, icon, title, run: () => begin(id) }));
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
