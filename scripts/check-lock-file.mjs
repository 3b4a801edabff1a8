// The lock file must hold what `npm ci` asks for on every platform. `npm install` leaves out, without a word, optional packages
// whose version the registry did not have; the next fresh clone then cannot install (seen with rolldown 1.3.2 and oxlint 1.94).
import { readJson, runAlone } from "./source-files.mjs";

const EXACT = /^\d+\.\d+\.\d+[\w.+-]*$/;

/** Checks package-lock.json below `root`. */
export function checkLockFile(root) {
  const { packages } = readJson(root, "package-lock.json");
  const entries = Object.entries(packages);
  return {
    checked: `${entries.length} packages`,
    complaints: [...entries.flatMap((entry) => leftOut(packages, entry)), ...entries.flatMap(unproven)],
  };
}

/** Optional packages of one version (binaries, one for each platform) that the lock file does not hold in that version. */
function leftOut(packages, [path, { optionalDependencies = {} }]) {
  return Object.entries(optionalDependencies)
    .filter(([name, wanted]) => EXACT.test(wanted) && resolve(packages, path, name)?.version !== wanted)
    .map(([name, wanted]) => `${path || "the repository"} wants ${name} ${wanted}, which the lock file does not hold`);
}

/** The entry that a package at `path` would get by that name: its own, or that of the nearest folder above. */
function resolve(packages, path, name) {
  const own = packages[path === "" ? `node_modules/${name}` : `${path}/node_modules/${name}`];
  if (own !== undefined || path === "") return own;
  const above = path.lastIndexOf("/node_modules/");
  return resolve(packages, above < 0 ? "" : path.slice(0, above), name);
}

/** A package without a hash could be another one tomorrow. */
function unproven([path, { integrity, link, inBundle }]) {
  const isPackage = path.includes("node_modules/") && link !== true && inBundle !== true;
  return isPackage && integrity === undefined ? [`${path} has no integrity`] : [];
}

await runAlone(import.meta, checkLockFile);
