// What people would have to remember: a reason for each dependency, links that lead somewhere, each variable explained.
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { filesBelow, read, readJson, runAlone } from "./source-files.mjs";

const REASONS = "docs/decisions/0002-dependencies.md";
const OPERATIONS = "docs/operations.md";
const CONFIG = "server/src/platform/config/read-config.ts";
const GLOSSARY = "docs/glossary.md";
const STYLE = "docs/style.md";
const STYLE_LINES = 200;
const OURS = /^@tongzhou\//;

/** Checks the documents below `root` against what they speak of. */
export function checkDocuments(root) {
  const pages = filesBelow(root, (path) => path.endsWith(".md"));
  return {
    checked: `${pages.length} pages`,
    complaints: [
      ...dependencyReasons(root),
      ...variables(root),
      ...wordsTwice(root),
      ...pages.flatMap((path) => deadLinks(root, path)),
      ...pages.flatMap((path) => deadPaths(root, path)),
      ...(read(root, STYLE).split("\n").length > STYLE_LINES ? [`${STYLE} is longer than ${STYLE_LINES} lines`] : []),
    ],
  };
}

function dependencyReasons(root) {
  const manifests = filesBelow(root, (path) => path.endsWith("package.json")).map((path) => readJson(root, path));
  const used = new Set(
    manifests.flatMap(({ dependencies, devDependencies, optionalDependencies }) =>
      Object.keys({ ...dependencies, ...devDependencies, ...optionalDependencies }).filter((name) => !OURS.test(name)),
    ),
  );
  const cells = [...read(root, REASONS).matchAll(/^\| (`[^|]*) \|/gm)];
  const explained = new Set(cells.flatMap(([, cell]) => [...cell.matchAll(/`([^`]+)`/g)].map(([, name]) => name)));
  return [
    ...[...used].filter((name) => !explained.has(name)).map((name) => `${name} has no line in ${REASONS}`),
    ...[...explained]
      .filter((name) => !used.has(name))
      .map((name) => `${REASONS} explains ${name}, which nothing names`),
  ];
}

/** The variables that the program reads and those that the operator is told about are the same. */
function variables(root) {
  const named = (text, pattern) => new Set([...text.matchAll(pattern)].map(([, name]) => name));
  const known = named(read(root, CONFIG), /^ {2}((?:TONGZHOU_[A-Z_]+|DATABASE_URL)): \{/gm);
  const told = named(read(root, OPERATIONS), /^\| `((?:TONGZHOU_[A-Z_]+|DATABASE_URL))`\s*\|/gm);
  return [
    ...[...known].filter((name) => !told.has(name)).map((name) => `${OPERATIONS} does not tell about ${name}`),
    ...[...told]
      .filter((name) => !known.has(name))
      .map((name) => `${OPERATIONS} tells about ${name}, which nothing reads`),
  ];
}

/** One word, one meaning: a line of the glossary that comes again contradicts the first sooner or later. */
function wordsTwice(root) {
  const known = new Set();
  return read(root, GLOSSARY)
    .split("\n## ")
    .flatMap((section) => [...section.matchAll(/^\| (`.*?`) +\|/gm)].map(([, word]) => word))
    .filter((word) => known.size === known.add(word).size)
    .map((word) => `${GLOSSARY} explains ${word} twice`);
}

function deadLinks(root, path) {
  const targets = [...read(root, path).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)].map(([, target]) => target);
  return targets
    .filter((target) => !/^[a-z]+:/.test(target) && !existsSync(join(root, dirname(path), target)))
    .map((target) => `${path} links to ${target}, which is not there`);
}

/** A path in backticks is a promise too; one with a gap to fill in (`<name>`, `NNNN`, `*`) is a pattern. */
function deadPaths(root, path) {
  const paths = read(root, path).matchAll(/`((?:contract|server|web|tracker|db|scripts|docs|e2e|bench)\/[\w./-]+)`/g);
  return [...paths]
    .map(([, target]) => target)
    .filter((target) => !/NNNN/.test(target) && !existsSync(join(root, target)))
    .map((target) => `${path} speaks of ${target}, which is not there`);
}

await runAlone(import.meta, checkDocuments);
