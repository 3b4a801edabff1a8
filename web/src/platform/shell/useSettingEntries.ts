import i18next from "i18next";
import { Settings } from "lucide-react";
import { loadWords } from "../language/start-words.ts";
import { usePaletteSource } from "../palette/palette.ts";
import { useSession } from "../session/session.ts";
import { settingGroups } from "./setting-places.ts";

/** After the places. */
const ORDER = 31;
const SPACE = "pages";

/** The palette goes to everything behind 设置 that is for whoever is signed in, by its name in either language. */
export function useSettingEntries(): void {
  const who = useSession();
  usePaletteSource({
    id: "settings",
    order: ORDER,
    async find(typed) {
      // All of them at once would bury the places, so they wait to be looked for.
      if (typed === "") return [];
      await loadWords([SPACE]);
      const settings = i18next.t("app:place.settings" as never) as string;
      const say = (key: string): string => i18next.t(`${SPACE}:${key}` as never) as string;
      const fits = (words: string): boolean => words.toLowerCase().includes(typed.toLowerCase());
      const entries = settingGroups
        .flatMap(({ places }) => [...places])
        .filter(({ isFor }) => isFor(who))
        .filter(({ id }) => fits(say(`place.${id}`)) || fits(say(`also.${id}`)) || fits(settings))
        .map(({ id, href }) => ({
          id: `setting-${id}`,
          icon: Settings,
          title: say(`place.${id}`),
          meta: say(`means.${id}`),
          href,
        }));
      return [{ id: "settings", words: settings, entries }];
    },
  });
}
