// Puts the packages of package-lock.json into node_modules when they are not there. No dependencies: this runs on a fresh clone.
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL("..", import.meta.url));

const NODE_FLOOR = [20, 19];

/** What `npm ci` brings, measured on Linux x64. It is said before the download begins. */
const DOWNLOAD = "about 820 MB, 1–3 minutes";

/** Ends the process with a sentence when Node is older than the floor. */
export function requireNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  if (major > NODE_FLOOR[0] || (major === NODE_FLOOR[0] && minor >= NODE_FLOOR[1])) return;
  console.error(`Tongzhou needs Node ${NODE_FLOOR.join(".")} or newer; this is Node ${version}.`);
  process.exit(1);
}

/** Installs the packages when they are missing or differ from the lock file. Ends the process when npm fails. */
export function ensureInstalled(root = ROOT) {
  const reason = whyInstall(root);
  if (reason === undefined) return;
  console.log(`${reason}: installing the packages (${DOWNLOAD}) …`);
  // Types, checks and the build of the web app come from dev dependencies, so NODE_ENV=production must not drop them.
  const { status, error } = npm(["ci", "--include=dev", "--no-audit", "--no-fund"], root);
  if (status === 0) return;
  console.error(`npm ci failed${error ? ` (${error.message})` : ""}: see its output above.`);
  process.exit(1);
}

/**
 * Says why the packages have to be installed, or undefined when node_modules holds what the lock file names.
 * Compares contents, not times: a checkout gives the lock file a new time without changing it. npm writes its own copy
 * of the lock file into node_modules as its last act, so an install that was interrupted leaves none.
 */
export function whyInstall(root) {
  const installedPath = join(root, "node_modules", ".package-lock.json");
  if (!existsSync(installedPath)) return "node_modules is missing";
  const wanted = packagesOf(join(root, "package-lock.json"));
  const installed = packagesOf(installedPath);
  for (const [path, entry] of Object.entries(wanted)) {
    if (!path.includes("node_modules/")) continue;
    const present = installed[path];
    if (present === undefined && !isOptional(entry)) return `${path} is missing`;
    if (present !== undefined && present.version !== entry.version) return `${path} is not version ${entry.version}`;
  }
  const surplus = Object.keys(installed).find((path) => wanted[path] === undefined);
  return surplus === undefined ? undefined : `${surplus} is not in the lock file`;
}

function packagesOf(lockFile) {
  return JSON.parse(readFileSync(lockFile, "utf8")).packages ?? {};
}

/** Packages for other platforms are in the lock file and not in node_modules. */
function isOptional(entry) {
  return entry.optional === true || entry.devOptional === true || entry.link === true;
}

/** Runs npm by the same program that started us, if npm did; Windows finds npm.cmd only through a shell. */
function npm(parameters, cwd) {
  const ours = process.env.npm_execpath;
  return ours !== undefined && ours.endsWith("npm-cli.js")
    ? spawnSync(process.execPath, [ours, ...parameters], { cwd, stdio: "inherit" })
    : spawnSync("npm", parameters, { cwd, stdio: "inherit", shell: process.platform === "win32" });
}
