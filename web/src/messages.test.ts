import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join, relative } from "node:path";
import { describe, expect, it } from "vitest";

const ROOT = import.meta.dirname;

type Messages = { [key: string]: string | number | boolean | Messages | Messages[] };

const files = readdirSync(ROOT, { recursive: true, encoding: "utf8" }).map((path) => join(ROOT, path));
const code = files.filter((path) => /\.tsx?$/.test(path) && !/\.test\.tsx?$/.test(path));
const name = (path: string): string => relative(ROOT, path);

const folders = [...new Set(files.filter((path) => /messages\.(zh|en)\.json$/.test(path)).map(dirname))];

function read(folder: string, language: "zh" | "en"): Map<string, string> {
  const messages = JSON.parse(readFileSync(join(folder, `messages.${language}.json`), "utf8")) as Messages;
  return new Map(flatten(messages));
}

function flatten(messages: Messages | Messages[], prefix = ""): [string, string][] {
  return Object.entries(messages).flatMap(([key, value]) =>
    typeof value === "object" ? flatten(value as Messages, `${prefix}${key}.`) : [[`${prefix}${key}`, String(value)]],
  );
}

/** Chinese has one form where English has two; both are one message. */
const PLURAL = /_(zero|one|two|few|many|other)$/;
const keysOf = (messages: Map<string, string>): string[] =>
  [...new Set([...messages.keys()].map((key) => key.replace(PLURAL, "")))].toSorted();

const variablesOf = (text: string): string[] =>
  [...text.matchAll(/{{\s*(\w+)/g)].map((match) => match[1] ?? "").toSorted();

describe.each(folders.map((folder) => [name(folder) || "the start of the application", folder]))(
  "the words of %s",
  (_, folder) => {
    const [zh, en] = [read(folder, "zh"), read(folder, "en")];

    it("are the same messages in both languages", () => {
      expect(keysOf(en)).toEqual(keysOf(zh));
    });

    it("say nothing empty, and speak of the same values in both", () => {
      for (const [key, text] of zh) {
        expect(text.trim(), key).not.toBe("");
        const english = en.get(key) ?? en.get(key.replace(PLURAL, "_other"));
        expect(variablesOf(english ?? ""), key).toEqual(variablesOf(text));
      }
    });

    it("have a singular and a plural wherever English counts", () => {
      const counted = [...en.keys()].filter((key) => PLURAL.test(key)).map((key) => key.replace(PLURAL, ""));
      for (const key of counted) {
        expect(en.has(`${key}_one`) && en.has(`${key}_other`), key).toBe(true);
        expect(zh.has(`${key}_other`), key).toBe(true);
      }
    });

    it("call nobody 您 and congratulate nobody", () => {
      const offending = [...zh].filter(([, text]) => /您|成功|！|系统繁忙/.test(text)).map(([key]) => key);
      expect(offending).toEqual([]);
    });
  },
);

/** Each namespace is a folder; two of one name would speak over each other. */
it("gives every namespace one folder", () => {
  const names = folders.map((folder) => (folder === ROOT ? "app" : basename(folder)));
  expect(names.filter((each, at) => names.indexOf(each) !== at)).toEqual([]);
});

const withoutComments = (text: string): string =>
  text.replaceAll(/\/\*[\s\S]*?\*\//g, "").replaceAll(/(^|\s)\/\/.*$/gm, "$1");

const CHINESE = /\p{Script=Han}|[，。：；！？“”《》]/u;
const BETWEEN_TAGS = />\s*([A-Za-z][A-Za-z ,.'’!?-]*)\s*<\//g;
const READ_ATTRIBUTE = /\b(?:title|placeholder|aria-label|label|alt)="([^"]*[A-Za-z]{2}[^"]*)"/g;

/** Words that stand in the code itself: between tags, or in an attribute that people read. */
const hardCoded = (text: string): string[] =>
  [...text.matchAll(BETWEEN_TAGS), ...text.matchAll(READ_ATTRIBUTE)].map((match) => (match[1] ?? "").trim());

it("finds words in code when there are some", () => {
  expect(hardCoded("<p>\n  Nothing here\n</p>")).toEqual(["Nothing here"]);
  expect(hardCoded('<Button label="Accept" size="small" />')).toEqual(["Accept"]);
  expect(hardCoded('<Tag>{t("group")}</Tag><CellChip label="A1" />')).toEqual([]);
  expect(CHINESE.test(withoutComments('const words = "线索"; // 线索'))).toBe(true);
  expect(CHINESE.test(withoutComments("const words = 1; // 线索"))).toBe(false);
});

describe("the code", () => {
  it("holds no Chinese outside the messages", () => {
    const offending = code.filter((path) => CHINESE.test(withoutComments(readFileSync(path, "utf8"))));
    expect(offending.map(name)).toEqual([]);
  });

  it("holds no words between its tags or in attributes that people read", () => {
    const offending = code
      .filter((path) => path.endsWith(".tsx"))
      .flatMap((path) =>
        hardCoded(withoutComments(readFileSync(path, "utf8"))).map((words) => `${name(path)}: ${words}`),
      );
    expect(offending).toEqual([]);
  });

  it("asks only for messages that are there", () => {
    const known = new Map(
      folders.map((folder) => [folder === ROOT ? "app" : basename(folder), new Set(keysOf(read(folder, "zh")))]),
    );
    const offending = code.flatMap((path) =>
      askedFor(readFileSync(path, "utf8"))
        .filter(({ namespace, key }) => {
          const keys = known.get(namespace);
          return keys === undefined || ![...keys].some((each) => each === key || each.startsWith(`${key}.`));
        })
        .map(({ namespace, key }) => `${name(path)}: ${namespace}:${key}`),
    );
    expect(offending).toEqual([]);
  });
});

/** What a file asks for in so many letters: `const { t: shell } = useTranslation("shell")`, then `shell("search")`. */
function askedFor(text: string): { namespace: string; key: string }[] {
  const functions = [...text.matchAll(/{\s*t(?::\s*(\w+))?\s*(?:,\s*\w+\s*)?}\s*=\s*useTranslation\("(\w+)"\)/g)].map(
    ([, alias = "t", namespace = ""]) => ({ alias, namespace }),
  );
  return functions.flatMap(({ alias, namespace }) => {
    // Two components of a file may call functions of one name for two namespaces; then either may hold the key.
    const namespaces = functions.filter((each) => each.alias === alias).map((each) => each.namespace);
    if (new Set(namespaces).size > 1) return [];
    return [...text.matchAll(new RegExp(`\\b${alias}\\(\\s*"([\\w.-]+)"`, "g"))].map(([, key = ""]) => ({
      namespace,
      key,
    }));
  });
}
