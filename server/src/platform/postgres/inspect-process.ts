import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, readlinkSync } from "node:fs";

/** What the operating system says about a process id right now. */
export interface ProcessFacts {
  /** A zombie has ended; only its entry waits for the parent to read it. */
  readonly state: "absent" | "zombie" | "alive";
  /** The command line as words; empty where the system does not tell. */
  readonly command: readonly string[];
  /** Working folder; undefined where the system does not tell. */
  readonly folder: string | undefined;
  /** A text that differs when the same process id is used again, also after a reboot; "" where the system does not tell. */
  readonly born: string;
}

const ABSENT: ProcessFacts = { state: "absent", command: [], folder: undefined, born: "" };

// Words of /proc/<pid>/stat after the closing bracket of the name: 0 is the state, 19 the start time (proc(5), fields 3 and 22).
const STAT_STATE = 0;
const STAT_START = 19;

/** Looks at a process: through /proc on Linux, `ps` on other Unix systems, a null signal on Windows. Never throws. */
export function inspectProcess(pid: number): ProcessFacts {
  if (!Number.isInteger(pid) || pid <= 0) return ABSENT;
  if (process.platform === "linux") return inspectByProc(pid);
  if (!answersSignal(pid)) return ABSENT;
  return process.platform === "win32" ? { state: "alive", command: [], folder: undefined, born: "" } : inspectByPs(pid);
}

function inspectByProc(pid: number): ProcessFacts {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const words = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const state = words[STAT_STATE];
    if (state === "X" || state === undefined) return ABSENT;
    return {
      state: state === "Z" ? "zombie" : "alive",
      command: readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").slice(0, -1),
      folder: workingFolder(pid),
      born: `${bootId()} ${words[STAT_START] ?? ""}`,
    };
  } catch {
    return ABSENT;
  }
}

function workingFolder(pid: number): string | undefined {
  try {
    return readlinkSync(`/proc/${pid}/cwd`);
  } catch {
    return undefined; // another user's process
  }
}

function bootId(): string {
  const file = "/proc/sys/kernel/random/boot_id";
  return existsSync(file) ? readFileSync(file, "utf8").trim() : "";
}

function inspectByPs(pid: number): ProcessFacts {
  try {
    const line = execFileSync("ps", ["-o", "stat=,lstart=,command=", "-p", String(pid)], { encoding: "utf8" }).trim();
    // STAT, then lstart as five words ("Mon Jan  5 10:00:00 2026"), then the command.
    const [stat = "", ...rest] = line.split(/\s+/);
    if (stat === "") return ABSENT;
    return {
      state: stat.startsWith("Z") ? "zombie" : "alive",
      command: rest.slice(5),
      folder: undefined,
      born: rest.slice(0, 5).join(" "),
    };
  } catch {
    return ABSENT;
  }
}

function answersSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
