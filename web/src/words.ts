import type { Language, LoadWords } from "./platform/language/start-words.ts";

type Words = Record<string, object>;
type Loader = () => Promise<object>;

/** What every page needs travels in one file for each language. */
const first: Record<Language, () => Promise<{ default: Words }>> = {
  "zh-CN": () => import("./first-words.zh.ts"),
  en: () => import("./first-words.en.ts"),
};

/** The rest comes with the page that speaks it; a namespace is the folder its messages stand in. */
const others: Record<Language, Record<string, Loader>> = {
  "zh-CN": import.meta.glob<object>(["./*/**/messages.zh.json", "!./ui/*.json", "!./platform/{format,shell}/*.json"], {
    import: "default",
  }),
  en: import.meta.glob<object>(["./*/**/messages.en.json", "!./ui/*.json", "!./platform/{format,shell}/*.json"], {
    import: "default",
  }),
};

const namespaceOf = (path: string): string => path.split("/").at(-2) ?? "";

const byNamespace = new Map(
  Object.entries(others).map(([language, loaders]) => [
    language,
    new Map(Object.entries(loaders).map(([path, load]) => [namespaceOf(path), load])),
  ]),
);

const FIRST = new Set(["app", "format", "shell", "ui"]);

async function firstWords(language: Language, namespace: string): Promise<object> {
  const { default: words } = await first[language]();
  return words[namespace] ?? {};
}

/** Fetches the messages of a namespace in one language; the other language is not fetched. */
export const loadMessages: LoadWords = (language, namespace) =>
  FIRST.has(namespace) ? firstWords(language, namespace) : byNamespace.get(language)?.get(namespace)?.();
