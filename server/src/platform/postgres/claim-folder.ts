import { randomUUID } from "node:crypto";
import {
  chmodSync,
  closeSync,
  linkSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ExplainedError } from "../config/explained-error.ts";
import { inspectProcess } from "./inspect-process.ts";

const Holder = z.object({
  pid: z.number().int().positive(),
  born: z.string(),
  since: z.string(),
  /** Where the running program answers, once it does. */
  address: z.string().optional(),
  /** How another program of the same machine reaches the running database. */
  connection: z
    .object({
      host: z.string(),
      port: z.number(),
      user: z.string(),
      database: z.string(),
      password: z.string().optional(),
    })
    .optional(),
});

/** The program that holds a data folder, as it wrote it down itself. */
export type FolderHolder = z.infer<typeof Holder>;

/** The right to use a data folder, for as long as this process lives or until `release`. */
export interface FolderClaim {
  /** Adds to what others read about us. */
  describe(facts: Partial<Pick<FolderHolder, "address" | "connection">>): void;
  release(): void;
}

/** Another live program holds the data folder. */
export class FolderInUse extends ExplainedError {
  readonly holder: FolderHolder;

  constructor(folder: string, holder: FolderHolder) {
    const address = holder.address === undefined ? "" : ` at ${holder.address}`;
    super(
      `Tongzhou 同舟 is already running on this data${address} (process ${holder.pid}, since ${holder.since}, ${folder}). ` +
        "Stop it first, or set TONGZHOU_DATA_DIR to another folder.",
    );
    this.holder = holder;
  }
}

const LOCK = "running.json";
const NO_HARD_LINKS = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS", "EMLINK"]);
const ATTEMPTS = 100;
const PAUSE_MS = 1;
const TURN_MS = 2_000;

/**
 * Takes a data folder for this process. The lock is a file that comes into being complete (by a hard link, which fails
 * when the name exists); it counts only while the process named in it lives, so a crash leaves nothing to clean by hand.
 * @throws FolderInUse when another live process holds it.
 */
export function claimFolder(folder: string): FolderClaim {
  makeFolder(folder);
  const lock = join(folder, LOCK);
  let own: FolderHolder = { pid: process.pid, born: inspectProcess(process.pid).born, since: new Date().toISOString() };
  for (let attempt = 0; !create(lock, own); attempt += 1) {
    const holder = readHolder(folder);
    if (holder !== undefined && isAlive(holder)) throw new FolderInUse(folder, holder);
    if (attempt === ATTEMPTS) throw new ExplainedError(`${lock} could not be taken; delete it if nothing is running.`);
    removeDead(lock, folder);
    pause(attempt * PAUSE_MS);
  }
  return {
    describe(facts) {
      own = { ...own, ...facts };
      const next = `${lock}.${randomUUID()}`;
      writeFileSync(next, JSON.stringify(own), { mode: 0o600 });
      renameSync(next, lock);
    },
    release() {
      if (readHolder(folder)?.pid === own.pid) rmSync(lock, { force: true });
    },
  };
}

/** Who holds a data folder now; undefined when nobody alive does. */
export function liveHolder(folder: string): FolderHolder | undefined {
  const holder = readHolder(folder);
  return holder !== undefined && isAlive(holder) ? holder : undefined;
}

/** Root's folder may be entered, not listed: PostgreSQL runs as somebody else and lives below it. */
function makeFolder(folder: string): void {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  if (mkdirSync(folder, { recursive: true, mode }) !== undefined) chmodSync(folder, mode); // whatever the umask says
}

function create(lock: string, holder: FolderHolder): boolean {
  const draft = `${lock}.${randomUUID()}`;
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "";
    if (code === "EEXIST") return false;
    if (NO_HARD_LINKS.has(code)) return createPlainly(lock, holder);
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

/** On file systems without hard links; a reader may meet the file before its content, and tries again. */
function createPlainly(lock: string, holder: FolderHolder): boolean {
  try {
    writeFileSync(lock, JSON.stringify(holder), { mode: 0o600, flag: "wx" });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST") return false;
    throw error;
  }
}

function readHolder(folder: string): FolderHolder | undefined {
  try {
    return Holder.parse(JSON.parse(readFileSync(join(folder, LOCK), "utf8")));
  } catch {
    return undefined;
  }
}

function isAlive(holder: FolderHolder): boolean {
  const facts = inspectProcess(holder.pid);
  return facts.state === "alive" && facts.born === holder.born;
}

/**
 * Deletes the lock if its holder is dead. One program at a time may do so, and it looks again first: otherwise two that
 * saw the same dead lock could delete the living one that the first of them took in between.
 */
function removeDead(lock: string, folder: string): void {
  const turn = `${lock}.removing`;
  try {
    closeSync(openSync(turn, "wx"));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    const since = statSync(turn, { throwIfNoEntry: false })?.mtimeMs ?? Date.now();
    if (Date.now() - since > TURN_MS) rmSync(turn, { force: true }); // whoever had the turn was killed
    return;
  }
  try {
    if (liveHolder(folder) === undefined) rmSync(lock, { force: true });
  } finally {
    rmSync(turn, { force: true });
  }
}

function pause(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}
