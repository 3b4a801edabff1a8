// Two languages, both complete: the same keys with the same values in them, every key that is asked for there, and no text
// for people written into a component.
import { basename, dirname } from "node:path";
import ts from "typescript";
import { filesBelow, isTest, read, readJson, runAlone } from "./source-files.mjs";

/** Names that are the same in every language. */
const NAMES = new Set([
  "Tongzhou",
  "同舟",
  "Tongzhou 同舟",
  "中文",
  "English",
  "Esc",
  "Enter",
  "Tab",
  "Ctrl",
  "Shift",
  "Alt",
  "⌘K",
]);

/** Attributes whose text is read or heard. */
const SPOKEN = new Set([
  "aria-label",
  "aria-description",
  "title",
  "placeholder",
  "alt",
  "label",
  "words",
  "description",
]);

const CHINESE = /\p{Script=Han}/u;
const WORD = /\p{L}{2}|\p{Script=Han}/u;

/** i18next adds these to a key that counts; Chinese has one form where English has two. */
const PLURAL = /_(zero|one|two|few|many|other)$/;

/** Checks messages and components below `root`. */
export function checkMessages(root) {
  const files = filesBelow(root, (path) => /\/messages\.(zh|en)\.json$/.test(path));
  const messages = new Map(files.map((path) => [path, flatten(readJson(root, path))]));
  const spaces = new Map(files.filter(isOfWeb).map((path) => [basename(dirname(path)), messages.get(path)]));
  const sources = filesBelow(root, (path) => /^web\/src\/.*\.tsx?$/.test(path) && !isTest(path));
  const size = [...messages.values()].reduce((sum, keys) => sum + keys.size, 0);
  return {
    checked: `${size} messages, ${sources.length} files`,
    complaints: [
      ...files.flatMap((path) => unlikeItsTwin(path, messages)),
      ...sources.flatMap((path) => textAndKeys(path, read(root, path), spaces)),
    ],
  };
}

function isOfWeb(path) {
  return path.startsWith("web/");
}

/** Nested messages as `a.b.c` → text. */
function flatten(tree, prefix = "") {
  return new Map(
    Object.entries(tree).flatMap(([key, value]) =>
      typeof value === "string" ? [[prefix + key, value]] : [...flatten(value, `${prefix}${key}.`)],
    ),
  );
}

function unlikeItsTwin(path, messages) {
  const twin = path.replace(/\.(zh|en)\.json$/, (_, language) => `.${language === "zh" ? "en" : "zh"}.json`);
  const other = messages.get(twin);
  if (other === undefined) return [`${path} has no ${basename(twin)} beside it`];
  const forms = new Map([...other].map(([key, text]) => [key.replace(PLURAL, ""), text]));
  return [...messages.get(path)].flatMap(([key, text]) => {
    const twinText = other.get(key) ?? forms.get(key.replace(PLURAL, ""));
    if (text.trim() === "") return [`${path}: ${key} is empty`];
    if (twinText === undefined) return [`${twin} has no ${key}`];
    // `_one` may say "a lead" where the other forms say how many.
    const same = /_(zero|one)$/.test(key) || valuesOf(text) === valuesOf(twinText);
    return same
      ? []
      : [`${path}: ${key} speaks of ${valuesOf(text) || "nothing"}, its twin of ${valuesOf(twinText) || "nothing"}`];
  });
}

/** The values a message speaks of: `{{count}}` on the web, `{count}` on the server. */
function valuesOf(text) {
  const names = [...text.matchAll(/\{\{?\s*(\w+)[^{}]*\}?\}/g)].map(([, name]) => name);
  return [...new Set(names)].toSorted().join(", ");
}

function textAndKeys(path, text, spaces) {
  const kind = path.endsWith(".tsx") ? ts.ScriptKind.TSX : ts.ScriptKind.TS;
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true, kind);
  const own = [...text.matchAll(/useTranslation\(\s*["'](\w[\w-]*)["']/g)].map(([, name]) => name);
  const found = [];
  const visit = (node) => {
    const reason = hardCoded(node) ?? missingKey(node, own, spaces);
    if (reason !== undefined) {
      found.push(`${path}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${reason}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

function hardCoded(node) {
  if (ts.isJsxText(node) && isText(node.text)) return `text in the component: "${node.text.trim()}"`;
  if (ts.isStringLiteralLike(node) && CHINESE.test(node.text) && isText(node.text))
    return `text in the code: "${node.text}"`;
  if (!ts.isJsxAttribute(node) || !SPOKEN.has(node.name.getText())) return undefined;
  const value = node.initializer;
  const isWritten = value !== undefined && ts.isStringLiteral(value) && isText(value.text) && !CHINESE.test(value.text);
  return isWritten ? `text in the attribute ${node.name.getText()}: "${value.text}"` : undefined;
}

function isText(text) {
  return WORD.test(text) && !NAMES.has(text.trim());
}

/** A key written out in `t("…")` of a file that speaks one namespace, or `t("space:key")`. */
function missingKey(node, own, spaces) {
  if (!ts.isCallExpression(node) || !ts.isIdentifier(node.expression) || node.expression.text !== "t") return undefined;
  const [first] = node.arguments;
  if (first === undefined || !ts.isStringLiteral(first)) return undefined;
  const [, named, key] = /^(?:([\w-]+):)?(.*)$/.exec(first.text) ?? [];
  const space = named ?? (own.length === 1 ? own[0] : undefined);
  if (space === undefined) return undefined;
  const keys = spaces.get(space);
  if (keys === undefined) return `speaks the namespace ${space}, which has no messages`;
  const exists = [...keys.keys()].some((candidate) => candidate === key || candidate.replace(PLURAL, "") === key);
  return exists ? undefined : `asks for ${space}:${key}, which no message answers`;
}

await runAlone(import.meta, checkMessages);
