// `npm run tongzhou -- <command>`: the server's command line, built first when it is stale.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { ensureInstalled, requireNode, ROOT } from "./install.mjs";

requireNode();
ensureInstalled();

const { builtProgram, staleTargets } = await import("./build.mjs");
if (staleTargets(["server"]).length > 0) {
  const { status } = spawnSync(process.execPath, [join(ROOT, "scripts", "build.mjs"), "server"], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

process.env.NODE_ENV ??= "production";
process.setSourceMapsEnabled(true);
await import(pathToFileURL(builtProgram("command")).href);
