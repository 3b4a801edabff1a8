import { readFileSync } from "node:fs";
import { join } from "node:path";

/** The lines of `postmaster.pid` that the launcher reads (src/include/utils/pidfile.h of PostgreSQL). */
export interface PostmasterPid {
  readonly pid: number;
  /** "starting", "ready", "stopping", or "" while the file is still being written. */
  readonly status: string;
}

const PID_LINE = 0;
const STATUS_LINE = 7;

/** Reads the lock file of a cluster; undefined when there is none, or none with a process id in it. */
export function readPostmasterPid(clusterFolder: string): PostmasterPid | undefined {
  const text = readText(join(clusterFolder, "postmaster.pid"));
  if (text === undefined) return undefined;
  const lines = text.split("\n");
  const pid = Number(lines[PID_LINE]?.trim());
  if (!Number.isInteger(pid) || pid === 0) return undefined;
  // A postmaster writes a positive id, a stand-alone backend (bootstrap) a negative one.
  return { pid: Math.abs(pid), status: lines[STATUS_LINE]?.trim() ?? "" };
}

function readText(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}
