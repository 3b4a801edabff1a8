import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ExplainedError } from "../config/explained-error.ts";
import { canEnter } from "./can-enter.ts";
import { chooseAccount, type Account } from "./choose-account.ts";

/** Where a cluster lives and as whom it runs. */
export interface ClusterPlace {
  /** Holds the cluster and its socket: the data folder itself, or a folder below the system's state folder. */
  readonly folder: string;
  /** PostgreSQL's own data folder. */
  readonly clusterFolder: string;
  readonly account: Account | undefined;
  /** True when the cluster is not below the data folder the user named. */
  readonly elsewhere: boolean;
}

const CLUSTER = "postgres";
const POINTER = "database-is-elsewhere.txt";
const POINTER_KEY = "cluster: ";

/**
 * Decides where the cluster of a data folder lives. Normally below it; when root starts the program and the account that
 * PostgreSQL gets cannot enter the data folder, in `systemFolder`/<hash of the data folder's path>.
 * A decision once taken stays: an existing cluster is never passed over for an empty one.
 * @throws ExplainedError when an existing cluster cannot be reached.
 */
export function placeCluster(dataFolder: string, systemFolder: string): ClusterPlace {
  const path = realpathSync(dataFolder);
  const pointed = readPointer(path);
  if (pointed !== undefined) return existingPlace(pointed, path);
  if (existsSync(join(path, CLUSTER))) return existingPlace(path, path);
  const hashed = join(systemFolder, createHash("sha256").update(path).digest("hex").slice(0, 16));
  if (existsSync(join(hashed, CLUSTER))) return existingPlace(hashed, path);
  const account = chooseAccount(join(path, CLUSTER));
  if (canEnter(path, account)) return place(path, account, path);
  mkdirSync(hashed, { recursive: true, mode: 0o711 });
  if (!canEnter(hashed, account)) {
    throw new ExplainedError(
      `PostgreSQL runs as ${account?.name ?? "you"}, who can enter neither ${path} nor ${hashed}. ` +
        "Set TONGZHOU_DATA_DIR to a folder others may enter, or set DATABASE_URL.",
    );
  }
  return place(hashed, account, path);
}

/** Leaves a note in the data folder that says where its cluster is; it is followed by later starts. */
export function writePointer(dataFolder: string, chosen: ClusterPlace): void {
  const file = join(dataFolder, POINTER);
  if (!chosen.elsewhere || existsSync(file)) return;
  const reason = `PostgreSQL runs as ${chosen.account?.name ?? "another user"}, who may not enter this folder.`;
  writeFileSync(file, `${POINTER_KEY}${chosen.folder}\n${reason} Keep this file: it says where the data is.\n`);
}

function readPointer(dataFolder: string): string | undefined {
  const file = join(dataFolder, POINTER);
  if (!existsSync(file)) return undefined;
  const [line = ""] = readFileSync(file, "utf8").split("\n");
  const folder = line.startsWith(POINTER_KEY) ? line.slice(POINTER_KEY.length).trim() : "";
  if (folder !== "" && existsSync(join(folder, CLUSTER))) return folder;
  throw new ExplainedError(
    `${file} says that the database is in ${folder === "" ? "(nothing readable)" : folder}, but it is not there. ` +
      "Put it back, or delete the file to begin with an empty database.",
  );
}

function existingPlace(folder: string, dataFolder: string): ClusterPlace {
  const account = chooseAccount(join(folder, CLUSTER));
  if (!canEnter(folder, account)) {
    throw new ExplainedError(
      `The database in ${join(folder, CLUSTER)} belongs to ${account?.name ?? "another user"}, who can no longer enter ` +
        `${folder}. Let others enter every folder on the way (chmod o+x), or start as ${account?.name ?? "that user"}.`,
    );
  }
  return place(folder, account, dataFolder);
}

function place(folder: string, account: Account | undefined, dataFolder: string): ClusterPlace {
  return { folder, clusterFolder: join(folder, CLUSTER), account, elsewhere: folder !== dataFolder };
}
