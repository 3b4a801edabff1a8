// What may import what: dependency-rules.cjs by dependency-cruiser, and proof that it read every file.
import { createRequire } from "node:module";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { cruise } from "dependency-cruiser";
import { filesBelow, runAlone } from "./source-files.mjs";

/** Folders whose imports follow the rules; `scripts` is there because its tools may not reach into a capability. */
const CRUISED = ["contract/src", "server/src", "web/src", "tracker/src", "bench", "e2e", "scripts"];

/**
 * Cruises the source files below `root` and answers each breach as a complaint.
 *
 * dependency-cruiser needs the compiler API of TypeScript 5: under TypeScript 7 it reads no module, finds nothing and is
 * content. So a file that it has not read is a complaint too.
 */
export async function checkDependencies(root) {
  const files = sourceFiles(root);
  const { complaints, modules } = await cruiseBelow(root);
  return {
    checked: `${modules.size} modules`,
    complaints: [...complaints.map(asSentence), ...unread(files, modules)],
  };
}

/** Every breach as `{ rule, from, to }`, and the files that were read. */
export async function cruiseBelow(root) {
  const { forbidden, options } = createRequire(import.meta.url)("../dependency-rules.cjs");
  const folders = CRUISED.filter((folder) => existsSync(join(root, folder)));
  const { enhancedResolveOptions, ...cruising } = options;
  const { output } = await cruise(
    folders,
    { ...cruising, ruleSet: { forbidden }, validate: true, baseDir: root },
    { ...enhancedResolveOptions, bustTheCache: true },
  );
  return {
    complaints: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
    modules: new Set(output.modules.filter(isOurs).map(({ source }) => source)),
  };
}

/** A complaint for each file that is not among the modules that were read. */
export function unread(files, modules) {
  return files.filter((path) => !modules.has(path)).map((path) => `${path} was not read by dependency-cruiser`);
}

function isOurs({ source, coreModule, couldNotResolve }) {
  return !coreModule && !couldNotResolve && !source.includes("node_modules/");
}

function sourceFiles(root) {
  return filesBelow(root, (path) => isCruised(path) && /\.(ts|tsx|mjs|cjs)$/.test(path));
}

function isCruised(path) {
  return CRUISED.some((folder) => path.startsWith(`${folder}/`));
}

function asSentence({ rule, from, to }) {
  return `${rule}: ${from} → ${to}`;
}

await runAlone(import.meta, checkDependencies);
