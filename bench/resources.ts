import { readdirSync, readFileSync } from "node:fs";

const KIB_A_MIB = 1024;
const SAMPLE_EVERY_MS = 50;
/** Linux counts the time of processes in hundredths of a second. */
const TICK_MS = 10;

/** The most memory this process holds until it is stopped, in MiB, its threads included: the kernel's own figure where it has one. */
export function watchMemory(): { stop(): number } {
  let most = 0;
  const sample = (): void => void (most = Math.max(most, residentMib()));
  const timer = setInterval(sample, SAMPLE_EVERY_MS);
  return {
    stop() {
      sample();
      clearInterval(timer);
      return most;
    },
  };
}

/** What this process holds in memory now, in MiB. */
export function residentMib(): number {
  const status = procFile("self/status");
  const found = status === undefined ? null : /^VmRSS:\s+(\d+) kB/m.exec(status);
  return found ? Number(found[1]) / KIB_A_MIB : process.memoryUsage.rss() / (KIB_A_MIB * KIB_A_MIB);
}

/** The most this process ever held, in MiB; undefined where the kernel does not say. */
export function highestMib(): number | undefined {
  const found = /^VmHWM:\s+(\d+) kB/m.exec(procFile("self/status") ?? "");
  return found ? Number(found[1]) / KIB_A_MIB : undefined;
}

/** Milliseconds of processor that a server and its children have used; undefined where the kernel does not say. */
export function cpuOfServer(postmasterPid: number): number | undefined {
  if (procFile("self/stat") === undefined) return undefined;
  const processes = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  return processes.reduce((sum, pid) => {
    const [, rest] = (procFile(`${pid}/stat`) ?? "").split(") ");
    const [, parent, ...fields] = rest?.split(" ") ?? [];
    if (Number(pid) !== postmasterPid && Number(parent) !== postmasterPid) return sum;
    // A server adds up its children that have ended: connections come and go.
    const counted = Number(pid) === postmasterPid ? fields.slice(9, 13) : fields.slice(9, 11);
    return counted.reduce((ticks, field) => ticks + Number(field), 0) * TICK_MS + sum;
  }, 0);
}

function procFile(name: string): string | undefined {
  try {
    return readFileSync(`/proc/${name}`, "utf8");
  } catch {
    return undefined;
  }
}
