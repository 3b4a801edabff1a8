import { externalValue, useExternal } from "../../ui/hooks/external-value.ts";
import { storedText } from "../../ui/hooks/stored-text.ts";
import type { Language } from "../format/format-context.ts";

export type { Language } from "../format/format-context.ts";

export const LANGUAGES: readonly Language[] = ["zh-CN", "en"];

const KEY = "language";

/** The language of the page. Change it with `chooseLanguage`. */
export const language = externalValue<Language>("zh-CN");

/** What was chosen here, else what the browser asks for, else Chinese. */
export function wishedLanguage(): Language {
  const stored = storedText.read(KEY);
  const wishes = stored === null ? navigator.languages : [stored];
  for (const wish of wishes) {
    if (wish.toLowerCase().startsWith("zh")) return "zh-CN";
    if (wish.toLowerCase().startsWith("en")) return "en";
  }
  return "zh-CN";
}

/** Remembers the choice in this browser. */
export function rememberLanguage(chosen: Language): void {
  storedText.write(KEY, chosen);
}

export const useLanguage = (): Language => useExternal(language);
