import { chmodSync, existsSync, lstatSync } from "node:fs";
import { Client } from "pg";
import { ExplainedError } from "../config/explained-error.ts";
import { awaitNoClients } from "./await-no-clients.ts";
import { claimFolder, type FolderClaim } from "./claim-folder.ts";
import { clearPostmaster, type Cleared } from "./clear-postmaster.ts";
import { EMBEDDED_NAME, initCluster } from "./init-cluster.ts";
import { launchPostmaster, type Postmaster } from "./launch-postmaster.ts";
import { locateNatives, type Natives } from "./locate-natives.ts";
import { placeCluster, writePointer, type ClusterPlace } from "./place-cluster.ts";
import type { PostgresConnection } from "./postgres-connection.ts";
import { reachableNatives } from "./reachable-natives.ts";
import { restoreSymlinks } from "./restore-symlinks.ts";
import { serverSettings, SOCKET_PORT, type Endpoint, type Tuning } from "./server-settings.ts";
import { socketFolder } from "./socket-folder.ts";
import { loopbackAccess } from "./loopback-access.ts";

export interface PostgresOptions {
  /** The program's data folder; made when it is missing. */
  readonly dataDir: string;
  /** `fast` loses everything at a crash; for clusters of tests. */
  readonly tuning?: Tuning;
  /** Where clusters and binaries go that an account lent by root cannot reach otherwise. */
  readonly systemFolder?: string;
  /** The binaries; found in node_modules unless given. */
  readonly natives?: Natives;
}

/** A running embedded PostgreSQL that only this process uses. */
export interface RunningPostgres {
  readonly connection: PostgresConnection;
  readonly clusterFolder: string;
  /** What had to be cleared away before the start. */
  readonly cleared: Cleared;
  /** Sentences for the person who started the program. */
  readonly notices: readonly string[];
  /** Process id of the postmaster, the present one after a restart. */
  readonly pid: number;
  /** The claim on the data folder, in which the program says where it answers. */
  readonly claim: FolderClaim;
  /** Settles when the present postmaster has ended, for whatever reason. */
  ended(): Promise<void>;
  /**
   * Starts the server again after it ended by itself; clients use the same connection settings.
   * @returns false when it ended because it was told to.
   */
  restart(): Promise<boolean>;
  /** Fast shutdown, then the data folder is free for others. Clients should be gone by then. May be called twice. */
  stop(): Promise<void>;
}

const GOODBYES_MS = 1_000;
const SYSTEM_FOLDER = "/var/lib/tongzhou";

/**
 * Starts PostgreSQL on the cluster of a data folder, making the cluster at the first start.
 * @throws FolderInUse when another live program uses the folder; ExplainedError for everything a person can mend.
 */
export async function startPostgres(options: PostgresOptions): Promise<RunningPostgres> {
  let claim: FolderClaim | undefined;
  try {
    claim = claimFolder(options.dataDir);
    return await startClaimed(options, claim);
  } catch (error) {
    claim?.release();
    throw explainFolderTrouble(error, options.dataDir);
  }
}

const FOLDER_TROUBLE = new Set(["EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EEXIST", "EDQUOT"]);

/** What the file system refuses is the folder's fault, not the program's. */
function explainFolderTrouble(error: unknown, folder: string): unknown {
  const { code, message } = error as { code?: string; message?: string };
  if (error instanceof ExplainedError || code === undefined || !FOLDER_TROUBLE.has(code)) return error;
  return new ExplainedError(
    `The data folder ${folder} cannot be used (${message ?? code}). ` +
      "Start as the user it belongs to, or set TONGZHOU_DATA_DIR to another folder.",
  );
}

async function startClaimed(options: PostgresOptions, claim: FolderClaim): Promise<RunningPostgres> {
  const systemFolder = options.systemFolder ?? SYSTEM_FOLDER;
  const tuning = options.tuning ?? "durable";
  const installed = options.natives ?? locateNatives();
  restoreSymlinks(installed.folder);
  const place = placeCluster(options.dataDir, systemFolder);
  const natives = reachableNatives(installed, place.account, systemFolder);
  const access = process.platform === "win32" ? await loopbackAccess(options.dataDir) : undefined;
  const isNew = !existsSync(place.clusterFolder);
  const password = access === undefined ? {} : { password: access.password };
  await initCluster({ natives, place, withoutSync: tuning === "fast", ...password });
  requirePrivateFolder(place);
  writePointer(options.dataDir, place);
  const cleared = await clearPostmaster(place.clusterFolder);

  const endpoint: Endpoint =
    access === undefined ? { socketFolder: socketFolder(place) } : { loopbackPort: access.port };
  const launch = (): Promise<Postmaster> => launchPostmaster(natives, place, serverSettings(tuning, endpoint));
  let postmaster = await launch();
  const connection: PostgresConnection = {
    host: "socketFolder" in endpoint ? endpoint.socketFolder : "127.0.0.1",
    port: "socketFolder" in endpoint ? SOCKET_PORT : endpoint.loopbackPort,
    user: EMBEDDED_NAME,
    database: EMBEDDED_NAME,
    ...password,
  };
  try {
    await createDatabaseIfMissing(connection);
  } catch (error) {
    await postmaster.stop();
    throw error;
  }
  claim.describe({ connection });

  let stopping: Promise<void> | undefined;
  let restarting: Promise<unknown> = Promise.resolve();
  const relaunch = async (): Promise<boolean> => {
    await postmaster.ended;
    if (stopping !== undefined) return false;
    await clearPostmaster(place.clusterFolder);
    postmaster = await launch();
    return true;
  };
  const stopOnce = async (): Promise<void> => {
    await restarting.catch(() => undefined);
    await awaitNoClients(connection, GOODBYES_MS);
    await postmaster.stop();
    claim.release();
  };
  return {
    connection,
    clusterFolder: place.clusterFolder,
    cleared,
    notices: noticesOf(place, isNew, cleared),
    claim,
    get pid() {
      return postmaster.pid;
    },
    ended: () => postmaster.ended,
    restart() {
      const attempt = relaunch();
      restarting = attempt;
      return attempt;
    },
    stop: () => (stopping ??= stopOnce()),
  };
}

/** PostgreSQL refuses a folder that its group may write or others may read; a copy or a careless chmod makes such a one. */
function requirePrivateFolder(place: ClusterPlace): void {
  if (process.platform === "win32") return;
  const found = lstatSync(place.clusterFolder);
  const own = process.getuid?.();
  if (own !== 0 && found.uid !== own) {
    throw new ExplainedError(
      `The database folder ${place.clusterFolder} belongs to another user (uid ${found.uid}). ` +
        "Start as that user, or set TONGZHOU_DATA_DIR to a folder of your own.",
    );
  }
  if ((found.mode & 0o777) !== 0o700) chmodSync(place.clusterFolder, 0o700);
}

async function createDatabaseIfMissing(connection: PostgresConnection): Promise<void> {
  const client = new Client({ ...connection, database: "postgres" });
  client.on("error", () => undefined); // its end is told by the query
  await client.connect();
  try {
    const found = await client.query("select 1 from pg_database where datname = $1", [connection.database]);
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(connection.database)}`);
  } finally {
    await client.end();
  }
}

function noticesOf(place: ClusterPlace, isNew: boolean, cleared: Cleared): string[] {
  const notices: string[] = [];
  if (isNew) notices.push(`Made a new database in ${place.clusterFolder}.`);
  if (place.elsewhere) {
    notices.push(
      `The database is in ${place.clusterFolder}, because PostgreSQL runs as ${place.account?.name ?? "another user"} ` +
        "and may not enter the data folder.",
    );
  }
  if (cleared === "orphan stopped") notices.push("Stopped the database server that an earlier run had left behind.");
  return notices;
}
