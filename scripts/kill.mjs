// `npm run kill -- [--kills N] [--seed N]`: kills server, worker and database with -9 in the middle of imports, routing and
// hand-off, on a real PostgreSQL with the built programs, and checks after each that nothing was lost or done twice.
import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { ensureInstalled, requireNode } from "./install.mjs";

const LARGEST_SEED = 2 ** 31;

requireNode();
const { values } = parseArgs({ options: { kills: { type: "string", default: "50" }, seed: { type: "string" } } });
const kills = Number(values.kills);
const seed = Number(values.seed ?? randomInt(LARGEST_SEED));
if (!Number.isInteger(kills) || kills < 1 || !Number.isInteger(seed)) {
  console.error("usage: npm run kill -- [--kills NUMBER] [--seed NUMBER]");
  process.exit(2);
}
ensureInstalled();
const { build, builtProgram, staleTargets } = await import("./build.mjs");
await build(staleTargets(["server"]));
const { register } = await import("tsx/esm/api");
register();
const { runKills } = await import("./kill/run-kills.ts");
process.exit(await runKills({ kills, seed, program: builtProgram("main") }));
