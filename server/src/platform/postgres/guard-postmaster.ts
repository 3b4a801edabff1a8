import { spawn } from "node:child_process";
import type { Natives } from "./locate-natives.ts";
import { nativeProgram } from "./locate-natives.ts";

/** Stops the postmaster when this process ends without doing so itself. */
export interface PostmasterGuard {
  /** Names the process to watch over; called once, right after it was started. */
  watch(pid: number): void;
  /** Ends the guard; the postmaster is left alone. */
  dismiss(): void;
}

// The guard reads a pipe that only this process holds. However this process ends, kill -9 included, the pipe ends, and
// the guard asks the server for a fast shutdown; but only while the server's own lock file still names that process,
// since the number might be another's by then.
const SHELL_GUARD = `
IFS= read -r pid || exit 0
while IFS= read -r word; do :; done
IFS= read -r holder < "$1/postmaster.pid" && [ "$holder" = "$pid" ] && kill -INT "$pid"
`;

// The same for Windows, which has no shell to rely on: Node waits, and pg_ctl sends what stands for a signal there.
const NODE_GUARD = `
const [pgctl, folder] = process.argv.slice(1);
const { readFileSync } = require("node:fs");
const { spawnSync } = require("node:child_process");
let pid = "";
process.stdin.on("data", (piece) => (pid += piece));
process.stdin.on("close", () => {
  try {
    const holder = readFileSync(folder + "/postmaster.pid", "utf8").split("\\n")[0].trim();
    if (holder === pid.trim()) spawnSync(pgctl, ["kill", "INT", holder], { stdio: "ignore" });
  } catch {}
});
`;

/**
 * Starts the guard of a cluster. It runs in a process group of its own, so that Ctrl-C does not end it, and it is started
 * before the postmaster, so that there is no moment without it.
 */
export function guardPostmaster(clusterFolder: string, natives: Natives): PostmasterGuard {
  const [program, ...words] =
    process.platform === "win32"
      ? [process.execPath, "-e", NODE_GUARD, nativeProgram(natives, "pg_ctl"), clusterFolder]
      : ["/bin/sh", "-c", SHELL_GUARD, "tongzhou-database-guard", clusterFolder];
  const guard = spawn(program ?? "/bin/sh", words, { cwd: "/", detached: true, stdio: ["pipe", "ignore", "ignore"] });
  guard.on("error", () => undefined); // without a guard the next start stops an orphan
  guard.stdin.on("error", () => undefined);
  guard.unref();
  return {
    watch: (pid) => void guard.stdin.write(`${pid}\n`),
    dismiss: () => void guard.kill("SIGKILL"),
  };
}
