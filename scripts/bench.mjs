// `npm run bench -- <name> [options]`: runs bench/<name>.ts, or bench/<name>-bench.ts where that name is taken elsewhere, which prints a table and, last, its ratios. The bench is bundled
// as the server is, so that it measures what runs: sources would bring their loader along, in every thread.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { ensureInstalled, requireNode, ROOT } from "./install.mjs";

requireNode();
ensureInstalled();

const [name = "", ...options] = process.argv.slice(2);
const program = [`${name}.ts`, `${name}-bench.ts`]
  .map((file) => join(ROOT, "bench", file))
  .find((path) => existsSync(path));
if (!/^[\w-]+$/.test(name) || program === undefined) {
  const known = readdirSync(join(ROOT, "bench")).flatMap((file) => /^([\w-]+?)(?:-bench)?\.ts$/.exec(file)?.[1] ?? []);
  console.error(`npm run bench -- <name>, one of: ${known.join(", ")}`);
  process.exit(1);
}
const { serverBundleOptions } = await import("./build.mjs");
const { rolldown } = await import("rolldown");
const folder = join(ROOT, ".bench", "programs", name);
rmSync(folder, { recursive: true, force: true });
const server = serverBundleOptions(ROOT);
const threads = Object.fromEntries(Object.entries(server.input).filter(([entry]) => entry.endsWith(".worker")));
const bundle = await rolldown({ ...server, input: { [name]: program, ...threads } });
await bundle.write({ dir: folder, format: "esm", sourcemap: true, entryFileNames: "[name].js" });
await bundle.close();

const { status } = spawnSync(process.execPath, ["--enable-source-maps", join(folder, `${name}.js`), ...options], {
  cwd: ROOT,
  stdio: "inherit",
});
process.exit(status ?? 1);
