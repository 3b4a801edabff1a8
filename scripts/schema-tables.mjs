// What the schema files declare: tables, published views and published functions, each with the capability (or the platform) it belongs to.
import { basename } from "node:path";
import { filesBelow, read } from "./source-files.mjs";

/** The owner of what no capability owns: the ledger, files, jobs, sign-in. */
export const PLATFORM = "platform";

/** Text without comments, every other character in its place, so that positions still give lines. */
export function withoutComments(sql) {
  return sql.replace(/--[^\n]*|\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
}

/**
 * Reads `db/schema/*.sql` below `root`. Each declaration is `{ path, line, name, owner, sort, body, isPartitioned }`, where
 * `sort` is "table", "view" or "function" (of `published` alone: the others are their owner's own matter) and `body` the text between its outer brackets or after `as`. Partitions are left out: they
 * are made by their parent's rules. A file that is named after no capability belongs to the platform.
 */
export function readSchema(root, capabilities) {
  const paths = filesBelow(root, (path) => /^db\/schema\/[^/]+\.sql$/.test(path));
  const files = paths.map((path) => ({ path, text: withoutComments(read(root, path)) }));
  return {
    files,
    declarations: files.flatMap(({ path, text }) => {
      const name = basename(path, ".sql");
      return declarationsIn(path, text, capabilities.includes(name) ? name : PLATFORM);
    }),
  };
}

function declarationsIn(path, text, owner) {
  const start =
    /\bcreate\s+(?:or\s+replace\s+)?(?:unlogged\s+|materialized\s+)*(table|view|function(?=\s+published\.))\s+(?:if\s+not\s+exists\s+)?(?!if\s)((?:"\w+"|\w+)(?:\.(?:"\w+"|\w+))?)(?=[\s(])(\s+partition\s+of)?/gi;
  return [...text.matchAll(start)]
    .filter(([, , , isPartition]) => isPartition === undefined)
    .map((match) => {
      const rest = text.slice(match.index + match[0].length);
      const body = match[1].toLowerCase() === "table" ? inBrackets(rest) : upToSemicolon(rest);
      return {
        path,
        line: lineAt(text, match.index),
        name: plainName(match[2]),
        owner,
        sort: match[1].toLowerCase(),
        body,
        isPartitioned: /^\s*partition\s+by\b/i.test(rest.slice(rest.indexOf("(") + body.length + 2)),
      };
    });
}

/** What stands between the first opening bracket and its partner. */
function inBrackets(text) {
  const start = text.indexOf("(");
  let depth = 0;
  for (let at = start; at >= 0 && at < text.length; at += 1) {
    if (text[at] === "(") depth += 1;
    else if (text[at] === ")" && (depth -= 1) === 0) return text.slice(start + 1, at);
  }
  return "";
}

function upToSemicolon(text) {
  const end = text.indexOf(";");
  return end < 0 ? text : text.slice(0, end);
}

/** A name of the schema without quotes, and without `public.`, which every session has in its path. */
export function plainName(name) {
  return name.replaceAll('"', "").replace(/^public\./, "");
}

/** The line of a position, from 1. */
export function lineAt(text, position) {
  return text.slice(0, position).split("\n").length;
}
