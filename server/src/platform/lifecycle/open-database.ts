import type { Config } from "../config/read-config.ts";
import type { Connection } from "../database/open-pool.ts";
import { FolderInUse } from "../postgres/claim-folder.ts";
import { startPostgres, type RunningPostgres } from "../postgres/start-postgres.ts";
import { checkDatabase, placeOf } from "./check-database.ts";

/** The database of a program, however it came about. */
export interface OpenDatabase {
  readonly connection: Connection;
  /** Where it is, for people. */
  readonly description: string;
  /** Sentences for the person who started the program. */
  readonly notices: readonly string[];
  /** The embedded server, when this process runs it. */
  readonly embedded: RunningPostgres | undefined;
  /** Comes last, when nobody is connected any more. May be called twice. */
  close(): Promise<void>;
}

type DatabaseChoice = Pick<Config, "databaseUrl" | "dataDir">;

/**
 * Opens the database that the configuration names: checks the one of DATABASE_URL, or starts the embedded one.
 * @throws FolderInUse when another program runs the embedded one; ExplainedError for what a person can mend.
 */
export async function openDatabase(config: DatabaseChoice): Promise<OpenDatabase> {
  if (config.databaseUrl !== undefined) {
    await checkDatabase(config.databaseUrl);
    return {
      connection: { connectionString: config.databaseUrl },
      description: placeOf(config.databaseUrl),
      notices: [],
      embedded: undefined,
      close: async () => undefined,
    };
  }
  const embedded = await startPostgres({ dataDir: config.dataDir });
  return {
    connection: embedded.connection,
    description: `${embedded.clusterFolder} (embedded PostgreSQL)`,
    notices: embedded.notices,
    embedded,
    close: () => embedded.stop(),
  };
}

/**
 * Opens the database for a command. Where a running program holds the embedded one, the command uses that program's
 * server and leaves it running.
 */
export async function openDatabaseBeside(config: DatabaseChoice): Promise<OpenDatabase> {
  try {
    return await openDatabase(config);
  } catch (error) {
    if (!(error instanceof FolderInUse) || error.holder.connection === undefined) throw error;
    const { host, port, user, database, password } = error.holder.connection;
    return {
      connection: { host, port, user, database, ...(password === undefined ? {} : { password }) },
      description: `${config.dataDir} (embedded PostgreSQL of the running program)`,
      notices: [],
      embedded: undefined,
      close: async () => undefined,
    };
  }
}
