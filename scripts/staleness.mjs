// Says whether what was built still matches its sources, by their contents. No dependencies: `npm start` asks first of all.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, readdirSync, statSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** Written into the output folder as the last act of a build, so that an interrupted build counts as none. */
export const STAMP = ".sources";

const IGNORED_FOLDERS = new Set(["node_modules", "dist", "fixtures"]);
const IGNORED_FILES = /\.(test|fixture)\.(ts|tsx|mjs)$|^\.DS_Store$/;

/**
 * A hash over the paths and contents of all files below the given files and folders; what does not exist is left out.
 * Tests do not count: no build contains them.
 */
export function hashSources(root, paths) {
  const sum = createHash("sha256");
  for (const file of paths.flatMap((path) => filesBelow(join(root, path))).toSorted()) {
    sum.update(relative(root, file).split(sep).join("/"));
    sum.update("\0");
    sum.update(readFileSync(file));
    sum.update("\0");
  }
  return sum.digest("hex");
}

/** Whether the output folder was built from sources of this hash. */
export function isFresh(outputFolder, hash) {
  const stamp = join(outputFolder, STAMP);
  return existsSync(stamp) && readFileSync(stamp, "utf8") === hash;
}

function filesBelow(path) {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found === undefined) return [];
  if (found.isFile()) return [path];
  return readdirSync(path, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isDirectory()) return IGNORED_FOLDERS.has(entry.name) ? [] : filesBelow(join(path, entry.name));
    return IGNORED_FILES.test(entry.name) ? [] : [join(path, entry.name)];
  });
}
