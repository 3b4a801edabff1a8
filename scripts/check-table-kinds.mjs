// Every table says which of the four kinds it is, and keeps the promises of its kind (docs/architecture.md, "Four kinds of table").
import { readJson, runAlone } from "./source-files.mjs";
import { plainName, readSchema } from "./schema-tables.mjs";

const KINDS = ["business", "fact", "derived", "outside"];

const GUARD = /\boperation_id\s+uuid\s+not\s+null\s+default\s+current_operation\(\)/;

/** What the ledger answers better: a column of this name in a business table goes stale or hides a deletion. */
const LEDGER_KNOWS = ["updated_at", "deleted_at", "updated_by", "deleted_by", "created_by"];

/** A fact hangs on an identifier; whom it belongs to is looked up, so that a merge rewrites no fact (R-ID-7). */
const FACT_NEVER_CARRIES = ["contact_id", "lead_id", "owner_id"];

/** Checks every table of the schema files below `root`. */
export function checkTableKinds(root) {
  const { files, declarations } = readSchema(root, Object.keys(readJson(root, "capability-map.json")));
  const comments = new Map(files.flatMap(({ text }) => commentsIn(text)));
  const tables = declarations.filter(({ sort }) => sort === "table");
  return {
    checked: `${tables.length} tables`,
    complaints: [
      ...tables.flatMap((table) =>
        promisesBroken(table, comments.get(table.name)).map(
          (what) => `${table.path}:${table.line} ${table.name}: ${what}`,
        ),
      ),
      ...restrictingCircles(files, tables),
    ],
  };
}

function commentsIn(text) {
  return [...text.matchAll(/\bcomment\s+on\s+table\s+([\w."]+)\s+is\s+'((?:[^']|'')*)'/gi)].map(([, name, comment]) => [
    plainName(name),
    comment,
  ]);
}

function promisesBroken(table, comment) {
  if (comment === undefined) return [`has no comment; it begins with 'kind: ${KINDS.join(" | ")}.'`];
  const [, kind, traits = "", rest = ""] = /^kind: (\w+)((?:, [^.,]+)*)\. ?(.*)$/s.exec(comment) ?? [];
  if (kind === undefined || !KINDS.includes(kind)) return [`its comment does not begin with a kind: "${comment}"`];
  return [
    ...traits
      .split(", ")
      .slice(1)
      .flatMap((trait) => traitBroken(table, trait)),
    ...(rest.trim().length < 10 ? ["its comment says the kind and not what a row is"] : []),
    ...unsharpInstants(table),
    ...(kind === "business" ? businessBroken(table) : []),
    ...(kind === "fact" ? factBroken(table) : []),
  ];
}

/** `part of lead_id with stage/owner_id`, `together stage/owner_id`, `stays`, `stays with state=withdrawn` and `remains` are what the ledger understands, and the columns must be there. */
function traitBroken({ body }, trait) {
  if (trait === "stays" || trait === "remains") return [];
  const staying = /^stays with (\w+)=\w+$/.exec(trait)?.[1];
  if (staying !== undefined) return hasColumn(body, staying) ? [] : [`stays with ${staying}, which is no column of it`];
  const together = /^together (\w+(?:\/\w+)*)$/.exec(trait)?.[1]?.split("/");
  if (together?.length === 1) return [`holds ${together[0]} together with nothing else`];
  if (together) {
    const missing = together.find((name) => !hasColumn(body, name));
    return missing === undefined ? [] : [`holds ${missing} together with others, which is no column of it`];
  }
  const [, column, bound] = /^part of (\w+)(?: with ([\w/]+))?$/.exec(trait) ?? [];
  if (column === undefined) return [`the ledger does not understand "${trait}"`];
  if (!hasColumn(body, column)) return [`says it is part of ${column}, which is no column of it`];
  return bound === "" ? [`names nothing after "with"`] : [];
}

function businessBroken({ body, isPartitioned }) {
  return [
    ...(/\bid\s+uuid\b/.test(body) ? [] : ["a business table has an id uuid"]),
    ...guardMissing(body),
    ...(isPartitioned ? ["a business table is not partitioned"] : []),
    ...LEDGER_KNOWS.filter((name) => hasColumn(body, name)).map((name) => `${name}: the ledger knows that`),
    ...cascades(body),
  ];
}

function factBroken({ body }) {
  return [
    ...guardMissing(body),
    ...FACT_NEVER_CARRIES.filter((name) => hasColumn(body, name)).map((name) => `a fact carries no ${name}`),
    ...cascades(body),
  ];
}

function guardMissing(body) {
  return GUARD.test(body) ? [] : ["has no operation_id uuid not null default current_operation()"];
}

/** Undo defers the constraints, then deletes and puts back. */
function cascades(body) {
  return referencesIn(body).flatMap(({ target, terms }) => [
    ...(/\bon\s+(delete|update)\s+(cascade|set)/i.test(terms) ? [`its reference to ${target} cascades`] : []),
    ...(/\bdeferrable\b/i.test(terms) ? [] : [`its reference to ${target} is not deferrable, and undo defers`]),
  ]);
}

function referencesIn(text) {
  const references = [...text.matchAll(/\breferences\s+([\w.]+)(?:\s*\([^)]*\))?([^,;]*)/gi)];
  return references.map(([, target, terms]) => ({ target, terms }));
}

/**
 * `on delete restrict` is checked at once, deferred or not (seen on PostgreSQL 17: the parent's delete fails though its child
 * goes in the same transaction), so undo removes children first. That order must exist: such references form no circle.
 */
function restrictingCircles(files, tables) {
  const added = files.flatMap(({ text }) => [...text.matchAll(/\balter\s+table\s+([\w."]+)([^;]*)/gi)]);
  const parents = new Map(tables.map(({ name }) => [name, []]));
  const read = (name, text) => {
    for (const { target, terms } of referencesIn(text)) {
      if (/\bon\s+delete\s+restrict\b/i.test(terms)) parents.get(name)?.push(target);
    }
  };
  for (const { name, body } of tables) read(name, body);
  for (const [, name, text] of added) read(plainName(name), text);
  const reaches = (from, goal, seen = new Set()) =>
    from === goal || (!seen.has(from) && (parents.get(from) ?? []).some((next) => reaches(next, goal, seen.add(from))));
  return tables.flatMap(({ path, line, name }) =>
    parents
      .get(name)
      .filter((target) => reaches(target, name))
      .map((target) => `${path}:${line} ${name}: its restricting reference to ${target} is part of a circle`),
  );
}

/**
 * A JavaScript Date holds milliseconds; a microsecond in the database is a row that a cursor misses. Tables in schema
 * `auth` are the sign-in library's, and no list pages through them.
 */
function unsharpInstants({ name, body }) {
  if (name.startsWith("auth.")) return [];
  return [...body.matchAll(/\b(\w+)\s+(timestamptz(?!\(3\))|timestamp\b)/gi)].map(
    ([, column, type]) => `${column} is ${type}, not timestamptz(3)`,
  );
}

function hasColumn(body, name) {
  return new RegExp(`(?:^|[,(])\\s*${name}\\s+\\w`, "m").test(body);
}

await runAlone(import.meta, checkTableKinds);
