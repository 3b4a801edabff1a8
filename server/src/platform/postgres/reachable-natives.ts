import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { dirname, join } from "node:path";
import { ExplainedError } from "../config/explained-error.ts";
import type { Account } from "./choose-account.ts";
import { nativeProgram, type Natives } from "./locate-natives.ts";
import { spawnAs } from "./spawn-as.ts";

const READABLE_BY_OTHERS = 0o004;
const EXECUTABLE = 0o111;

/**
 * Binaries that the account can run: the installed ones, or a hard-linked (else copied) tree below `systemFolder` when
 * node_modules lies below a folder the account cannot enter.
 * @throws ExplainedError when they cannot run at all, which on Linux mostly means a system without glibc.
 */
export function reachableNatives(natives: Natives, account: Account | undefined, systemFolder: string): Natives {
  const first = probe(natives, account);
  if (first === "runs") return natives;
  if (account === undefined || first.code === "ENOENT") throw cannotRun(natives, first);
  const name = `natives-${natives.version}-${createHash("sha256").update(natives.folder).digest("hex").slice(0, 12)}`;
  const moved: Natives = { ...natives, folder: join(systemFolder, name) };
  if (!existsSync(moved.folder)) {
    const unfinished = `${moved.folder}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    mkdirSync(dirname(moved.folder), { recursive: true, mode: 0o755 });
    linkTree(natives.folder, unfinished);
    renameSync(unfinished, moved.folder);
  }
  const second = probe(moved, account);
  if (second !== "runs") throw cannotRun(moved, second);
  return moved;
}

interface Failure {
  readonly code: string | undefined;
  readonly text: string;
}

function probe(natives: Natives, account: Account | undefined): "runs" | Failure {
  const attempt = spawnSync(nativeProgram(natives, "postgres"), ["--version"], {
    ...spawnAs(account, process.platform === "win32" ? natives.folder : "/"),
    encoding: "utf8",
  });
  if (attempt.status === 0) return "runs";
  const error = attempt.error as NodeJS.ErrnoException | undefined;
  return { code: error?.code, text: error?.message ?? attempt.stderr.trim() };
}

function cannotRun(natives: Natives, failure: Failure): ExplainedError {
  const program = nativeProgram(natives, "postgres");
  // The kernel answers "no such file" for a program that is there when the loader named in it is not: musl has another one.
  if (failure.code === "ENOENT" && existsSync(program)) {
    return new ExplainedError(
      "The embedded PostgreSQL needs glibc, which this system (Alpine or another one with musl) does not have. " +
        "Set DATABASE_URL to a PostgreSQL 15 or newer of your own.",
    );
  }
  return new ExplainedError(`The embedded PostgreSQL (${program}) does not run: ${failure.text}`);
}

function linkTree(from: string, to: string): void {
  mkdirSync(to, { mode: 0o755 });
  chmodSync(to, 0o755); // whatever the umask says
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const source = join(from, entry.name);
    const target = join(to, entry.name);
    if (entry.isDirectory()) linkTree(source, target);
    else if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
    else linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  const mode = lstatSync(source).mode;
  if ((mode & READABLE_BY_OTHERS) !== 0) {
    try {
      linkSync(source, target);
      return;
    } catch {
      // Another file system, or hard links are not allowed here: copy.
    }
  }
  copyFileSync(source, target);
  chmodSync(target, (mode & EXECUTABLE) === 0 ? 0o644 : 0o755);
}
