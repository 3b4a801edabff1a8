// Builds what is stale: the server bundle (rolldown, packages stay outside) and the web app (vite).
// As a program: `node scripts/build.mjs [server] [web] [--all] [--into=FOLDER]`; `--all` builds also what is fresh, and
// `--into` builds into folders of that one, whatever is fresh elsewhere.
import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import process, { argv } from "node:process";
import { pathToFileURL } from "node:url";
import { ensureInstalled, requireNode, ROOT } from "./install.mjs";
import { hashSources, isFresh, STAMP } from "./staleness.mjs";

const PROGRAMS = ["main", "command"];
const ALL = "--all";
const INTO = "--into=";

const SHARED_SOURCES = ["contract/src", "contract/package.json", "package-lock.json", "scripts/build.mjs"];

/** What can be built. `output` is relative to the repository. */
const TARGETS = {
  server: {
    output: "server/dist",
    sources: ["server/src", "server/package.json", ...SHARED_SOURCES],
    build: buildServer,
  },
  web: {
    output: "web/dist",
    sources: ["web/src", "web/public", "web/index.html", "web/vite.config.ts", "web/package.json", ...SHARED_SOURCES],
    build: buildWeb,
  },
};

export const TARGET_NAMES = Object.keys(TARGETS);

/** Where the programs of the server bundle are; the names of the files are those of their sources. */
export function builtProgram(name, root = ROOT) {
  return join(root, TARGETS.server.output, `${name}.js`);
}

/** The names of the targets whose output does not match its sources. */
export function staleTargets(names = TARGET_NAMES, root = ROOT) {
  return names.filter((name) => {
    const { output, sources } = TARGETS[name];
    return !isFresh(join(root, output), hashSources(root, sources));
  });
}

/** Builds the targets named, each moved into place when complete: its usual one, or below `into`. */
export async function build(names, root = ROOT, into = undefined) {
  for (const name of names) {
    const { output, sources, build: make } = TARGETS[name];
    const began = performance.now();
    const folder = into === undefined ? join(root, output) : join(into, name);
    const unfinished = `${folder}.unfinished`;
    // Taken before the build: a file saved meanwhile makes the output stale, not wrongly fresh.
    const hash = hashSources(root, sources);
    rmSync(unfinished, { recursive: true, force: true });
    await make(root, unfinished);
    mkdirSync(unfinished, { recursive: true });
    writeFileSync(join(unfinished, STAMP), hash);
    rmSync(folder, { recursive: true, force: true });
    renameSync(unfinished, folder);
    console.log(`built ${name} in ${((performance.now() - began) / 1000).toFixed(1)} s`);
  }
}

/**
 * The programs and the worker threads (`*.worker.ts`), each a file of its own at the top of the output, where whoever starts
 * a thread finds it beside itself. Our own packages are inside (they are TypeScript), everything from npm outside.
 */
export function serverBundleOptions(root) {
  const sources = join(root, "server/src");
  const threads = readdirSync(sources, { recursive: true }).filter((file) => file.endsWith(".worker.ts"));
  const entries = [...PROGRAMS.map((name) => `${name}.ts`), ...threads];
  return {
    cwd: root,
    input: Object.fromEntries(entries.map((file) => [basename(file, ".ts"), join(sources, file)])),
    platform: "node",
    external: (id) => !/^[./]|^[a-z]:[\\/]/i.test(id) && !id.startsWith("@tongzhou/"),
    logLevel: "warn",
  };
}

async function buildServer(root, folder) {
  const { rolldown } = await import("rolldown");
  const bundle = await rolldown(serverBundleOptions(root));
  await bundle.write({ dir: folder, format: "esm", sourcemap: true, entryFileNames: "[name].js" });
  await bundle.close();
}

async function buildWeb(root, folder) {
  const { build: viteBuild } = await import("vite");
  await viteBuild({
    root: join(root, "web"),
    logLevel: "warn",
    build: { outDir: folder, emptyOutDir: true },
  });
}

if (argv[1] !== undefined && import.meta.url === pathToFileURL(argv[1]).href) {
  requireNode();
  ensureInstalled();
  const words = argv.slice(2);
  const options = words.filter((word) => word.startsWith("--"));
  const names = words.filter((word) => !word.startsWith("--"));
  const into = options.find((option) => option.startsWith(INTO))?.slice(INTO.length);
  const unknown = [
    ...names.filter((name) => !TARGET_NAMES.includes(name)),
    ...options.filter((option) => option !== ALL && !option.startsWith(INTO)),
  ];
  if (unknown.length > 0) {
    console.error(`${unknown.join(", ")}: there are ${TARGET_NAMES.join(", ")}, ${ALL} and ${INTO}FOLDER.`);
    process.exit(1);
  }
  const wanted = names.length > 0 ? names : TARGET_NAMES;
  const everything = options.includes(ALL) || into !== undefined;
  try {
    await build(everything ? wanted : staleTargets(wanted), ROOT, into === undefined ? undefined : resolve(into));
  } catch (error) {
    console.error(error.message);
    process.exit(1);
  }
}
