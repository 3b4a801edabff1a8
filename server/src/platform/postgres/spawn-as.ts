import type { Account } from "./choose-account.ts";

/** The parts of a spawn call that every PostgreSQL program gets. */
export interface SpawnAs {
  readonly cwd: string;
  readonly env: Record<string, string>;
  readonly uid?: number;
  readonly gid?: number;
}

/**
 * Account, folder and environment for a PostgreSQL program. The environment is made from nothing: an inherited PGDATA,
 * LC_* or HOME changes what the programs do (an inherited HOME of root made the server's own connections fail on root's
 * certificate folder), and the inherited folder may be one the account cannot enter.
 */
export function spawnAs(account: Account | undefined, folder: string): SpawnAs {
  const windows: Record<string, string> =
    process.platform === "win32" ? { SystemRoot: process.env["SystemRoot"] ?? "C:\\Windows" } : {};
  return {
    cwd: folder,
    env: { PATH: process.env["PATH"] ?? "/usr/bin:/bin", HOME: folder, LC_ALL: "C", TZ: "UTC", ...windows },
    ...(account === undefined ? {} : { uid: account.uid, gid: account.gid }),
  };
}
