import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { chmodSync, chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { ExplainedError } from "../config/explained-error.ts";
import { nativeProgram, type Natives } from "./locate-natives.ts";
import type { ClusterPlace } from "./place-cluster.ts";
import { spawnAs } from "./spawn-as.ts";

/** Name of the superuser and of the database of an embedded cluster. */
export const EMBEDDED_NAME = "tongzhou";

export interface InitOptions {
  readonly natives: Natives;
  readonly place: ClusterPlace;
  /** Skips the flush to disk; for clusters of tests only. */
  readonly withoutSync: boolean;
  /** Clients must give this password (TCP on Windows); without one the socket's folder is the guard. */
  readonly password?: string;
}

// pg_trgm asks the C library which characters are letters, so LC_CTYPE must know UTF-8 or Chinese has no trigrams.
// The name of such a locale differs: C.UTF-8 on Linux, C.UTF-8 or UTF-8 on macOS.
const CHARACTER_TYPES = ["C.UTF-8", "C.utf8", "UTF-8", "en_US.UTF-8", "C"];
const UNFINISHED = ".unfinished-";
const UNKNOWN_LOCALE = /invalid locale name/i;

/**
 * Makes the cluster: UTF-8, sorted and folded by the builtin C.UTF-8 provider (17 and newer; faster than ICU and the same
 * on every system). It is made under another name and moved into place when complete, so that an interrupted start leaves
 * nothing that looks like a database.
 * @throws ExplainedError with initdb's own words when it fails.
 */
export async function initCluster(options: InitOptions): Promise<void> {
  const { place } = options;
  if (existsSync(place.clusterFolder)) return;
  sweepUnfinished(place);
  // A name of its own: the initdb of a start that was killed may still be writing under its name.
  const unfinished = `${place.clusterFolder}${UNFINISHED}${randomUUID()}`;
  for (const characterType of CHARACTER_TYPES) {
    emptyFolder(unfinished, place);
    const outcome = await runInitdb(options, unfinished, characterType);
    if (outcome.code === 0) {
      renameSync(unfinished, place.clusterFolder);
      return;
    }
    if (!UNKNOWN_LOCALE.test(outcome.text)) {
      rmSync(unfinished, { recursive: true, force: true });
      throw new ExplainedError(`PostgreSQL could not prepare its folder ${place.clusterFolder}:\n${outcome.text}`);
    }
  }
}

function sweepUnfinished(place: ClusterPlace): void {
  const beginning = `${basename(place.clusterFolder)}${UNFINISHED}`;
  for (const name of readdirSync(place.folder).filter((entry) => entry.startsWith(beginning))) {
    try {
      rmSync(join(place.folder, name), { recursive: true, force: true });
    } catch {
      // Still being written to; a later start removes it.
    }
  }
}

function emptyFolder(folder: string, place: ClusterPlace): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  chmodSync(folder, 0o700);
  if (place.account !== undefined) chownSync(folder, place.account.uid, place.account.gid);
}

function runInitdb(
  options: InitOptions,
  folder: string,
  characterType: string,
): Promise<{ code: number | null; text: string }> {
  const { account } = options.place;
  const words = [
    `--pgdata=${folder}`,
    `--username=${EMBEDDED_NAME}`,
    "--encoding=UTF8",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--locale=C",
    `--lc-ctype=${characterType}`,
    ...(options.withoutSync ? ["--no-sync"] : ["--data-checksums"]),
  ];
  let passwordFile: string | undefined;
  if (options.password === undefined) {
    words.push("--auth-local=trust", "--auth-host=reject");
  } else {
    passwordFile = join(options.place.folder, "initdb-password");
    writeFileSync(passwordFile, options.password, { mode: 0o600 });
    words.push("--auth=scram-sha-256", `--pwfile=${passwordFile}`);
  }
  return new Promise((resolve, reject) => {
    const child = spawn(nativeProgram(options.natives, "initdb"), words, {
      ...spawnAs(account, folder),
      stdio: ["ignore", "pipe", "pipe"],
    });
    let text = "";
    child.stdout.on("data", (piece: Buffer) => (text += piece.toString()));
    child.stderr.on("data", (piece: Buffer) => (text += piece.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, text: text.trim() }));
  }).finally(() => {
    if (passwordFile !== undefined) rmSync(passwordFile, { force: true });
  }) as Promise<{ code: number | null; text: string }>;
}
