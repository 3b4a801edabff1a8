import type { Language, LoadWords } from "./platform/language/start-words.ts";

type Loader = () => Promise<object>;

const files: Record<Language, Record<string, Loader>> = {
  "zh-CN": import.meta.glob<object>("./**/messages.zh.json", { import: "default" }),
  en: import.meta.glob<object>("./**/messages.en.json", { import: "default" }),
};

/** A namespace is the folder its messages stand in; what stands beside this file is `app`. */
function namespaceOf(path: string): string {
  return path.split("/").at(-2)?.replace(/^\.$/, "app") ?? "app";
}

const byNamespace = new Map(
  Object.entries(files).map(([language, loaders]) => [
    language,
    new Map(Object.entries(loaders).map(([path, load]) => [namespaceOf(path), load])),
  ]),
);

/** Fetches the messages of a namespace in one language; the other language is not fetched. */
export const loadMessages: LoadWords = (language, namespace) => byNamespace.get(language)?.get(namespace)?.();
