// `npm run bench -- <name> [options]`: runs bench/<name>.ts, which prints a table and, last, its ratios.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { ensureInstalled, requireNode, ROOT } from "./install.mjs";

requireNode();
ensureInstalled();

const [name = "", ...options] = process.argv.slice(2);
const program = join(ROOT, "bench", `${name}.ts`);
if (!/^[\w-]+$/.test(name) || !existsSync(program)) {
  const known = readdirSync(join(ROOT, "bench")).flatMap((file) => /^([\w-]+)\.ts$/.exec(file)?.[1] ?? []);
  console.error(`npm run bench -- <name>, one of: ${known.join(", ")}`);
  process.exit(1);
}
const { status } = spawnSync(process.execPath, ["--import", "tsx", program, ...options], {
  cwd: ROOT,
  stdio: "inherit",
});
process.exit(status ?? 1);
