import { rmSync } from "node:fs";
import { basename, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ExplainedError } from "../config/explained-error.ts";
import { inspectProcess, type ProcessFacts } from "./inspect-process.ts";
import { readPostmasterPid } from "./read-postmaster-pid.ts";
import { CLUSTER_NAME } from "./server-settings.ts";

/** What was found in the way of a start, and what became of it. */
export type Cleared = "nothing" | "dead lock file" | "zombie" | "another program" | "orphan stopped";

const FAST_STOP_MS = 60_000;
const IMMEDIATE_STOP_MS = 15_000;
const LOOK_EVERY_MS = 20;

/**
 * Makes way for a new postmaster on a cluster whose data folder this process holds (see `claimFolder`): so a postmaster
 * that still runs there has lost the program that started it.
 *
 * The lock file is removed only where PostgreSQL itself would be misled by it: it takes a zombie, or another program
 * that got the number since, for a running server. Of an absent process it takes care itself, and better, because it
 * also looks for backends that still hang on the shared memory.
 * @throws ExplainedError when a PostgreSQL that this program did not start runs on the folder.
 */
export async function clearPostmaster(clusterFolder: string): Promise<Cleared> {
  const found = readPostmasterPid(clusterFolder);
  if (found === undefined) return "nothing";
  const facts = inspectProcess(found.pid);
  if (facts.state === "absent") return "dead lock file";
  if (facts.state === "zombie" || !isPostmasterOf(facts, clusterFolder)) {
    rmSync(join(clusterFolder, "postmaster.pid"), { force: true });
    return facts.state === "zombie" ? "zombie" : "another program";
  }
  if (!facts.command.includes(`cluster_name=${CLUSTER_NAME}`) && facts.command.length > 0) {
    throw new ExplainedError(
      `A PostgreSQL that Tongzhou did not start (process ${found.pid}) is using ${clusterFolder}. Stop it first.`,
    );
  }
  await stopOrphan(found.pid, clusterFolder);
  return "orphan stopped";
}

/** Where the system tells neither command nor folder (Windows), a live process of that number is taken for the server. */
function isPostmasterOf(facts: ProcessFacts, clusterFolder: string): boolean {
  if (facts.command.length === 0 && facts.folder === undefined) return true;
  const program = basename(facts.command[0] ?? "");
  const named = facts.folder === clusterFolder || facts.command.some((word) => word.endsWith(clusterFolder));
  return /^postgres(\.exe)?$/.test(program) && named;
}

async function stopOrphan(pid: number, clusterFolder: string): Promise<void> {
  for (const [signal, patience] of [
    ["SIGINT", FAST_STOP_MS],
    ["SIGQUIT", IMMEDIATE_STOP_MS],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ESRCH") return;
      throw new ExplainedError(
        `The database server of an earlier run (process ${pid}) still runs on ${clusterFolder} and belongs to another user. ` +
          "Start as that user, or stop it first.",
      );
    }
    const until = Date.now() + patience;
    while (Date.now() < until) {
      if (inspectProcess(pid).state !== "alive") return clearZombie(pid, clusterFolder);
      await sleep(LOOK_EVERY_MS);
    }
  }
  throw new ExplainedError(`The database server of an earlier run (process ${pid}, ${clusterFolder}) does not stop.`);
}

/** A server that ended leaves no lock file, unless it was killed; then its zombie must not be taken for it. */
function clearZombie(pid: number, clusterFolder: string): void {
  if (readPostmasterPid(clusterFolder)?.pid === pid && inspectProcess(pid).state === "zombie") {
    rmSync(join(clusterFolder, "postmaster.pid"), { force: true });
  }
}
