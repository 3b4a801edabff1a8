// Short files: 300 lines of code are the ceiling; median and p90 are shown because what counts is the tail.
import { extname } from "node:path";
import { filesBelow, isGenerated, read, runAlone } from "./source-files.mjs";

/** Lines of code, blank lines and lines of comment not counted. */
const CEILING = 300;

/** A migration is a record of what was run, never changed and never split. */
const RECORDS = /^db\/migrations\//;

const READ_BY_PEOPLE = new Set([".ts", ".tsx", ".mjs", ".cjs", ".sql", ".css"]);

/** Measures every file that people read and answers those over the ceiling. */
export function checkFileSizes(root) {
  const sizes = filesBelow(root, isReadByPeople).map((path) => ({
    path,
    lines: codeLines(read(root, path), extname(path)),
  }));
  const sorted = sizes.map(({ lines }) => lines).toSorted((a, b) => a - b);
  return {
    checked: `${sizes.length} files, median ${quantile(sorted, 0.5)} and p90 ${quantile(sorted, 0.9)} lines of code`,
    complaints: sizes
      .filter(({ lines }) => lines > CEILING)
      .map(({ path, lines }) => `${path} has ${lines} lines of code; ${CEILING} is the ceiling`),
  };
}

function isReadByPeople(path) {
  return READ_BY_PEOPLE.has(extname(path)) && !isGenerated(path) && !RECORDS.test(path);
}

/** Counts the lines of a text that hold code: not blank, and not comment alone. */
export function codeLines(text, extension) {
  const lineComment = extension === ".sql" ? "--" : extension === ".css" ? undefined : "//";
  let inBlock = false;
  let count = 0;
  for (const line of text.split("\n").map((raw) => raw.trim())) {
    if (inBlock) {
      const end = line.indexOf("*/");
      inBlock = end < 0;
      if (end >= 0 && line.slice(end + 2).trim() !== "") count += 1;
    } else if (line.startsWith("/*") || line.startsWith("{/*")) {
      const end = line.indexOf("*/");
      inBlock = end < 0;
      if (end >= 0 && !["", "}"].includes(line.slice(end + 2).trim())) count += 1;
    } else if (line !== "" && !(lineComment !== undefined && line.startsWith(lineComment))) {
      count += 1;
    }
  }
  return count;
}

/** The value below which a share of the sorted numbers lies (nearest rank), 0 when there are none. */
function quantile(sorted, share) {
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}

await runAlone(import.meta, checkFileSizes);
