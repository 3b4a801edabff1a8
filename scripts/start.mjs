// `npm start`: installs when needed, builds what is stale, runs the server. Only Node is needed for this file to run.
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { ensureInstalled, requireNode, ROOT } from "./install.mjs";

requireNode();
ensureInstalled();

const { builtProgram, staleTargets } = await import("./build.mjs");
const stale = staleTargets();
if (stale.length > 0) {
  console.log(`Building ${stale.join(" and ")} …`);
  // In a process of its own, so that the memory of the build tools is not the server's.
  const { status } = spawnSync(process.execPath, [join(ROOT, "scripts", "build.mjs"), ...stale], { stdio: "inherit" });
  if (status !== 0) process.exit(status ?? 1);
}

// The server runs in this very process: signals, exit code and standard output are its own.
process.env.NODE_ENV ??= "production";
process.setSourceMapsEnabled(true);
await import(pathToFileURL(builtProgram("main")).href);
