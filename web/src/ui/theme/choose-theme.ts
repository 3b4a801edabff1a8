import { externalValue, useExternal } from "../hooks/external-value.ts";
import { storedText } from "../hooks/stored-text.ts";

export type ThemeChoice = "system" | "light" | "dark";
export type Theme = "light" | "dark";

const KEY = "theme";

const isChoice = (text: string | null): text is ThemeChoice => text === "light" || text === "dark" || text === "system";

function rememberedChoice(): ThemeChoice {
  const remembered = storedText.read(KEY);
  return isChoice(remembered) ? remembered : "system";
}

const systemTheme = (): Theme => (window.matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

const choice = externalValue<ThemeChoice>("system");
const shown = externalValue<Theme>("light");

function show(): void {
  shown.set(choice.get() === "system" ? systemTheme() : (choice.get() as Theme));
  document.documentElement.dataset["theme"] = shown.get();
}

/** Takes over from `first-paint.js`: follows the system's wish and what other tabs choose. Called once at start. */
export function followTheme(): void {
  choice.set(rememberedChoice());
  show();
  window.matchMedia("(prefers-color-scheme: dark)").addEventListener("change", show);
  window.addEventListener("storage", (event) => {
    if (event.key !== `tongzhou.${KEY}`) return;
    choice.set(rememberedChoice());
    show();
  });
}

/** Shows a theme and remembers it in this browser. */
export function chooseTheme(next: ThemeChoice): void {
  choice.set(next);
  storedText.write(KEY, next === "system" ? null : next);
  show();
}

export const useThemeChoice = (): ThemeChoice => useExternal(choice);
export const useTheme = (): Theme => useExternal(shown);
