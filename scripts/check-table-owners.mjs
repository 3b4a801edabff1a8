// A table belongs to the capability whose schema file creates it. Others read it through `published.*` views alone, and only
// when the capability map lets them; what is in ledger.sql, platform.sql and auth.sql belongs to the platform.
import { capabilityOf, filesBelow, isGenerated, isTest, read, readJson, runAlone } from "./source-files.mjs";
import { lineAt, plainName, PLATFORM, readSchema } from "./schema-tables.mjs";

/** A call of Kysely that names tables: `selectFrom("lead as l")`, `from(["lead", "contact"])`, `innerJoin("person", …)`. */
const KYSELY =
  /\b(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto|from|using|sql\.table|(?:inner|left|right|full|cross)(?:Lateral)?Join)\(\s*(\[[^\]]*\]|["'`][\w. ]+["'`])/g;

/** SQL as text: `from lead`, `join published.leads`, `copy touch (…) from stdin`. */
const SQL_TEXT =
  /\b(?:from|join|into|update|only|copy|table|truncate|references)\s+((?:"\w+"|\w+)(?:\.(?:"\w+"|\w+))?)/gi;

/** A statement outside the files that may hold one, reached through the context instead of an import. */
const STATEMENT =
  /\.(?:selectFrom|insertInto|updateTable|deleteFrom|mergeInto)\(|\bsql(?:<[^`]*>)?`|\bclient\.query\(/g;

const MAY_HOLD_SQL = /\.(queries|fields)\.ts$|\/queries\//;

/** Checks every statement below `root` against who owns its tables. */
export function checkTableOwners(root) {
  const map = readJson(root, "capability-map.json");
  const { files, declarations } = readSchema(root, Object.keys(map));
  // Reversed, so that of two files that create a table the first owns it.
  const owners = new Map(declarations.toReversed().map(({ name, owner }) => [name, owner]));
  const sources = filesBelow(root, isServerSource).map((path) => ({ path, text: withoutTsComments(read(root, path)) }));
  return {
    checked: `${owners.size} tables and views, ${sources.length} files`,
    complaints: [
      ...declaredTwice(declarations),
      ...sources.flatMap((source) => trespasses(source, capabilityOf(source.path) ?? PLATFORM, owners, map)),
      ...sources.flatMap(statementsElsewhere),
      ...files.flatMap((file) => schemaTrespasses(file, declarations, owners, map)),
    ],
  };
}

function isServerSource(path) {
  return /^server\/src\/.*\.ts$/.test(path) && !isTest(path) && !isGenerated(path);
}

function declaredTwice(declarations) {
  const seen = new Map();
  return declarations.flatMap(({ name, path, line }) => {
    const earlier = seen.get(name);
    seen.set(name, path);
    return earlier === undefined ? [] : [`${path}:${line} creates ${name}, which ${earlier} creates too`];
  });
}

function trespasses({ path, text }, owner, owners, map) {
  // A test that makes its own small world may call its tables as it likes.
  const made = new Set([...text.matchAll(/\bcreate table (\w+)/g)].map(([, name]) => name));
  const used = [...namesUsed(text)].filter(([name]) => !made.has(name));
  return used.flatMap(([name, line]) => {
    const refusal = refuses(owner, name, owners, map);
    return refusal === undefined ? [] : [`${path}:${line} ${refusal}`];
  });
}

/** Why code of `owner` may not use the table or view, or undefined. Names that no schema file creates are not tables. */
function refuses(owner, name, owners, map) {
  const holder = owners.get(name);
  if (holder === undefined) {
    return name.startsWith("published.") ? `reads ${name}, which no schema file creates` : undefined;
  }
  if (holder === owner) return undefined;
  if (!name.startsWith("published.")) return `uses ${name}, which belongs to ${holder}`;
  if (holder === PLATFORM || map[owner]?.includes(holder)) return undefined;
  return `reads ${name} of ${holder}, which is not in the list of ${owner}`;
}

function namesUsed(text) {
  const lines = new Map();
  const note = (name, position) => {
    if (!lines.has(name)) lines.set(name, lineAt(text, position));
  };
  for (const match of text.matchAll(KYSELY)) {
    for (const [, name] of match[1].matchAll(/["'`]([\w.]+)/g)) note(plainName(name), match.index);
  }
  for (const match of text.matchAll(SQL_TEXT)) note(plainName(match[1]), match.index);
  return lines;
}

function statementsElsewhere({ path, text }) {
  if (capabilityOf(path) === undefined || MAY_HOLD_SQL.test(path)) return [];
  return [...text.matchAll(STATEMENT)]
    .slice(0, 1)
    .map((match) => `${path}:${lineAt(text, match.index)} holds a statement; only queries touch SQL`);
}

/**
 * A schema file may refer to the tables of what its capability depends on (keys, triggers), so that the files can be run in
 * the order of the map; its views read others through `published.*`.
 */
function schemaTrespasses({ path, text }, declarations, owners, map) {
  const here = declarations.filter((declaration) => declaration.path === path);
  const owner = here[0]?.owner ?? PLATFORM;
  const views = here
    .filter(({ sort }) => sort === "view")
    .flatMap(({ body, line }) =>
      trespasses({ path, text: body }, owner, owners, map).map((found) => ({ found, line })),
    );
  const references = [...text.matchAll(/\breferences\s+([\w."]+)/gi)].flatMap((match) => {
    const holder = owners.get(plainName(match[1]));
    const allowed = holder === undefined || holder === owner || holder === PLATFORM || map[owner]?.includes(holder);
    return allowed
      ? []
      : [
          `${path}:${lineAt(text, match.index)} refers to ${match[1]} of ${holder}, which is not in the list of ${owner}`,
        ];
  });
  return [...references, ...views.map(({ found, line }) => found.replace(/:\d+ /, `:${line} `))];
}

/** The text without comments, position by position; quotes are respected as far as `//` in an address needs it. */
function withoutTsComments(text) {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:"'`\w])\/\/[^\n]*/g, (comment) => comment.replace(/[^\n]/g, " "));
}

await runAlone(import.meta, checkTableOwners);
