import { spawnSync } from "node:child_process";
import type { Account } from "./choose-account.ts";

/**
 * Whether an account may enter a folder, found by doing it: permission bits alone do not tell about access lists,
 * mounts and security modules. Without an account the question is about ourselves, and the answer is yes.
 */
export function canEnter(folder: string, account: Account | undefined): boolean {
  if (account === undefined) return true;
  const attempt = spawnSync("/bin/sh", ["-c", 'cd "$1"', "sh", folder], {
    cwd: "/",
    env: {},
    uid: account.uid,
    gid: account.gid,
    stdio: "ignore",
  });
  return attempt.status === 0;
}
