// One name per capability on every side, unique file names that say something, and a file named for what it exports.
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { capabilityOf, filesBelow, isGenerated, isTest, read, readJson, runAlone } from "./source-files.mjs";

/** Where a capability lives on each side. */
const SIDES = {
  contract: (name) => `contract/src/${name}.ts`,
  database: (name) => `db/schema/${name}.sql`,
  server: (name) => `server/src/capabilities/${name}/index.ts`,
  web: (name) => `web/src/capabilities/${name}/index.ts`,
};

const CODE_FOLDERS = /^(contract|server|web|tracker|bench|e2e|scripts|db)\//;

/** Words that say nothing. "Sales manager" is a role of the trade, so that pair is a word of its own. */
const SAYS_NOTHING = new Set(
  "util utils helper helpers common misc manager managers service services handler data info base core new".split(" "),
);

/** Names that a tool or the layout asks for in more than one folder. */
const REPEATED =
  /^(index\.tsx?|index\.html|README\.md|package\.json|tsconfig\.json|messages\.(zh|en)\.json|\.gitkeep)$/;

/** Folders where a function and its file share a name. */
const NAMED_FOR_EXPORT = /^(server|web)\/src\/(capabilities|ui|pages)\/.*\.tsx?$/;

/** A file that exports more than a function and the type of its answer is a vocabulary, named for the lot. */
const EXPORTS_AROUND_ONE_FUNCTION = 2;

/** The fixed roles of a capability, named after it and exporting what their role needs. */
const ROLE = /\.(queries|routes|jobs|access|audit|fields)$/;

/** Checks the names of all files below `root` against the capability map. */
export function checkNames(root) {
  const map = readJson(root, "capability-map.json");
  const sides = readJson(root, "scripts/capability-sides.json");
  const files = filesBelow(root, (path) => CODE_FOLDERS.test(path));
  return {
    checked: `${Object.keys(map).length} capabilities, ${files.length} files`,
    complaints: [
      ...mapComplaints(map, sides),
      ...Object.keys(map).flatMap((name) => sideComplaints(root, name, sides, files)),
      ...strangers(files, map),
      ...repeatedNames(files),
      ...repeatedNumbers(files),
      ...emptyWords(files),
      ...files.flatMap((path) => misnamed(root, path)),
    ],
  };
}

function mapComplaints(map, { planned, without }) {
  const known = new Set(Object.keys(map));
  return [
    ...[...planned, ...Object.keys(without)]
      .filter((name) => !known.has(name))
      .map((name) => `scripts/capability-sides.json names ${name}, which is not in capability-map.json`),
    ...Object.entries(map).flatMap(([name, needs]) =>
      needs.filter((other) => !known.has(other)).map((other) => `${name} depends on ${other}, which is not in the map`),
    ),
  ];
}

/** A capability that exists on any side must exist on all sides it has; a planned one must not have begun. */
function sideComplaints(root, name, { planned, without }, files) {
  const present = files.filter((path) => capabilityOf(path) === name || sidesOf(name).includes(path));
  if (planned.includes(name)) {
    return present.slice(0, 1).map((path) => `${name} is said to be planned, yet ${path} is there`);
  }
  return Object.entries(SIDES).flatMap(([side, place]) => {
    const isThere = existsSync(join(root, place(name)));
    const hasSide = !(without[name] ?? []).includes(side);
    if (hasSide && !isThere) return [`${name} has no ${side} side: ${place(name)} is missing`];
    if (!hasSide && isThere) return [`${name} is said to have no ${side} side, yet ${place(name)} is there`];
    return [];
  });
}

function sidesOf(name) {
  return Object.values(SIDES).map((place) => place(name));
}

function strangers(files, map) {
  const folders = new Set(files.map((path) => /^(?:server|web)\/src\/capabilities\/[^/]+/.exec(path)?.[0]));
  return [...folders]
    .filter((folder) => folder !== undefined && map[basename(folder)] === undefined)
    .map((folder) => `${folder} is not in capability-map.json`);
}

function repeatedNames(files) {
  const places = new Map();
  for (const path of files) {
    const name = basename(path);
    if (!REPEATED.test(name)) places.set(name, [...(places.get(name) ?? []), path]);
  }
  return [...places.values()]
    .filter((paths) => paths.length > 1)
    .map((paths) => `one file name in ${paths.length} places: ${paths.join(", ")}`);
}

/** Migrations run in the order of their names: two of one number would run in the order of their words. */
function repeatedNumbers(files) {
  const places = new Map();
  for (const path of files) {
    const [, number] = /^db\/migrations\/(\d{4})-/.exec(path) ?? [];
    if (number !== undefined) places.set(number, [...(places.get(number) ?? []), path]);
  }
  return [...places.values()]
    .filter((paths) => paths.length > 1)
    .map((paths) => `one number in ${paths.length} migrations: ${paths.join(", ")}`);
}

function emptyWords(files) {
  return files.flatMap((path) => {
    const words = path.split("/").flatMap(wordsOf);
    const empty = words.find((word) => SAYS_NOTHING.has(word) || /^v\d+$/.test(word));
    return empty === undefined ? [] : [`${path}: "${empty}" says nothing about what is inside`];
  });
}

/** The words of a kebab-case, camelCase or PascalCase name, in lower case. */
function wordsOf(name) {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase()
    .replace("sales-manager", "salesmanager")
    .split(/[-_.]/);
}

/** A use case is found by its name, and so is any function that its file is about. */
function misnamed(root, path) {
  const stem = basename(path).replace(/\.tsx?$/, "");
  if (!NAMED_FOR_EXPORT.test(path) || stem === "index" || ROLE.test(stem) || isTest(path) || isGenerated(path))
    return [];
  const exported = exportedNames(read(root, path));
  const functions = exported.filter(({ isFunction }) => isFunction);
  const isAboutOne = functions.length === 1 && exported.length <= EXPORTS_AROUND_ONE_FUNCTION;
  if (!isAboutOne && !isUseCase(path)) return [];
  const wanted = path.endsWith(".tsx") || /^use[A-Z]/.test(stem) ? stem : camelCase(stem);
  return functions.some(({ name }) => name === wanted) ? [] : [`${path} exports no function ${wanted}`];
}

function isUseCase(path) {
  return /^server\/src\/capabilities\/[^/]+\/[^/]+\.ts$/.test(path);
}

/** What a text exports where it declares it. A constant counts as a function when an arrow or a function follows. */
function exportedNames(text) {
  const declared =
    /^export (?:default )?(?:async )?(?:(function)\*?|const|let|class|interface|type|enum) (\w+)(?:[^=\n]*= (?:async )?(\(|function|<))?/gm;
  return [...text.matchAll(declared)].map(([, keyword, name, arrow]) => ({
    name,
    isFunction: keyword !== undefined || arrow !== undefined,
  }));
}

function camelCase(kebab) {
  return kebab.replace(/-(\w)/g, (_, letter) => letter.toUpperCase());
}

await runAlone(import.meta, checkNames);
