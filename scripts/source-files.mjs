// The files that the checks look at, and how a check is run alone: `node scripts/check-names.mjs`.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join, relative, sep } from "node:path";
import { pathToFileURL } from "node:url";
import { ROOT } from "./install.mjs";

/** What was made or downloaded, not written; `.git` is a file where the tree is one of several of a repository. */
const MADE = new Set([
  "node_modules",
  "dist",
  "test-results",
  "coverage",
  ".git",
  ".bench",
  ".data",
  ".test",
  ".cache",
]);

/** Deliberate violations, each there to be reported by the test of its check. */
const FIXTURES = "scripts/fixtures";

/**
 * Lists the files below `root` as paths with forward slashes, relative to it and sorted; what was made is left out, and
 * so are the fixtures when `root` is not one itself. `wanted` decides by path.
 */
export function filesBelow(root, wanted = () => true) {
  const found = [];
  const visit = (folder) => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const full = join(folder, entry.name);
      const path = relative(root, full).split(sep).join("/");
      if (MADE.has(entry.name)) continue;
      if (entry.isDirectory()) {
        if (path !== FIXTURES) visit(full);
      } else if (entry.isFile() && wanted(path)) found.push(path);
    }
  };
  visit(root);
  return found.toSorted();
}

/** The text of one file below `root`. */
export function read(root, path) {
  return readFileSync(join(root, path), "utf8");
}

/** A JSON file below `root`. */
export function readJson(root, path) {
  return JSON.parse(read(root, path));
}

/** The capability a path belongs to on one side, or undefined: `server/src/capabilities/leads/index.ts` is of `leads`. */
export function capabilityOf(path) {
  return /^(?:server|web)\/src\/capabilities\/([^/]+)\//.exec(path)?.[1];
}

/** True for files that a program wrote and that are compared, not read: they follow no rule of style. */
export function isGenerated(path) {
  return /\.generated\.\w+$/.test(path);
}

/** Tests, and the worlds that several tests share (`*.fixture.ts`). */
export function isTest(path) {
  return /\.(test|fixture)\.\w+$/.test(basename(path));
}

/**
 * Runs a check when its file is the program that was started. A check is a function of the folder that answers
 * `{ checked: "12 tables", complaints: string[] }`.
 */
export async function runAlone(meta, check) {
  if (process.argv[1] === undefined || meta.url !== pathToFileURL(process.argv[1]).href) return;
  const { checked, complaints } = await check(process.argv[2] ?? ROOT);
  for (const complaint of complaints) console.error(complaint);
  console.log(`${basename(process.argv[1], ".mjs")}: ${checked}, ${complaints.length} complaints`);
  process.exitCode = complaints.length === 0 ? 0 : 1;
}
