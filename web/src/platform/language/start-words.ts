import i18next, { type BackendModule } from "i18next";
import { initReactI18next } from "react-i18next";
import { fetchCodeSometime } from "../offline/fetch-code.ts";
import { language, rememberLanguage, wishedLanguage, type Language } from "./language.ts";

export type { Language } from "./language.ts";

/** The messages of one namespace in one language; undefined when there are none. */
export type LoadWords = (language: Language, namespace: string) => Promise<object> | undefined;

/** What every page needs before it can be drawn. */
const FIRST_NAMESPACES = ["ui", "format", "shell", "app"];

function backendOf(load: LoadWords): BackendModule {
  return {
    type: "backend",
    init: () => undefined,
    async read(wanted: string, namespace: string) {
      // Words that failed once would never be asked for again, and the page would show their keys.
      return fetchCodeSometime(async () => {
        const words = await load(wanted === "en" ? "en" : "zh-CN", namespace);
        if (words === undefined) throw new Error(`there are no words for ${namespace}`);
        return words;
      });
    },
  };
}

/** Loads the words of the first page in the wished language; others come with the pages that speak them. */
export async function startWords(load: LoadWords): Promise<void> {
  const wished = wishedLanguage();
  await i18next
    .use(backendOf(load))
    .use(initReactI18next)
    .init({
      lng: wished,
      fallbackLng: false,
      load: "currentOnly",
      ns: FIRST_NAMESPACES,
      defaultNS: "ui",
      interpolation: { escapeValue: false },
      returnNull: false,
    });
  show(wished);
}

function show(shown: Language): void {
  language.set(shown);
  document.documentElement.lang = shown;
}

/** Speaks another language at once, and remembers it in this browser. */
export async function chooseLanguage(chosen: Language): Promise<void> {
  rememberLanguage(chosen);
  await i18next.changeLanguage(chosen);
  show(chosen);
}

/** Fetches the words of a page while its code is on the way. */
export async function loadWords(namespaces: readonly string[]): Promise<void> {
  await i18next.loadNamespaces(namespaces);
}
