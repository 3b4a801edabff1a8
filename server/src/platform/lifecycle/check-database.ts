import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { ExplainedError } from "../config/explained-error.ts";
import { judgeDatabase, type DatabaseFacts } from "./judge-database.ts";

const CONNECT_WITHIN_MS = 10_000;
const PROBE_SETTING = "tongzhou.probe";

/** PgBouncer turns away connections that bring settings of their own; ours do (time zone and formats). */
const POOLER_REFUSAL = /unsupported startup parameter/i;

const WHY: Readonly<Record<string, string>> = {
  ECONNREFUSED: "nothing answers there",
  ENOTFOUND: "that host is not known",
  ETIMEDOUT: "there is no answer",
  "28P01": "the password is wrong",
  "28000": "this user may not connect",
  "3D000": "that database does not exist",
};

/**
 * Looks whether Tongzhou can live in a database of one's own: version, encoding, rights, pg_trgm, sessions.
 * @throws ExplainedError that says everything that is missing, or why there is no connection. Never shows the password.
 */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const first = await connect(databaseUrl);
  const second = await connect(databaseUrl);
  try {
    const missing = judgeDatabase({ ...(await readFacts(first)), keepsSession: await keepsSession(first, second) });
    if (missing.length > 0) {
      throw new ExplainedError(
        [
          `The database of DATABASE_URL (${placeOf(databaseUrl)}) cannot be used:`,
          ...missing.map((line) => `  ${line}`),
        ].join("\n"),
      );
    }
  } finally {
    await Promise.all([first.end(), second.end()]);
  }
}

async function connect(databaseUrl: string): Promise<Client> {
  try {
    const client = new Client({
      connectionString: databaseUrl,
      connectionTimeoutMillis: CONNECT_WITHIN_MS,
      options: "-c timezone=UTC",
    });
    client.on("error", () => undefined); // told by the statement that is under way
    await client.connect();
    return client;
  } catch (error) {
    const { code, message } = error as { code?: string; message: string };
    const why = POOLER_REFUSAL.test(message)
      ? "the pooler in front of it refuses settings of a session; connect to the server directly, or let the pooler pass them"
      : (WHY[code ?? ""] ?? message);
    throw new ExplainedError(`No connection to the database of DATABASE_URL (${placeOf(databaseUrl)}): ${why}.`);
  }
}

async function readFacts(client: Client): Promise<Omit<DatabaseFacts, "keepsSession">> {
  const { rows } = await client.query<Omit<DatabaseFacts, "keepsSession">>(
    `select current_setting('server_version_num')::int as "versionNumber",
            current_setting('server_encoding') as encoding,
            has_database_privilege(current_database(), 'create') as "mayCreateSchemas",
            has_schema_privilege('public', 'create') as "mayCreateInPublic",
            exists (select from pg_extension where extname = 'pg_trgm')
              or exists (
                select
                from pg_available_extension_versions
                where name = 'pg_trgm'
                  and (trusted and has_database_privilege(current_database(), 'create')
                    or (select rolsuper from pg_roles where rolname = current_user))
              ) as "hasTrigrams",
            current_user::text as user,
            current_database()::text as database`,
  );
  const [facts] = rows;
  if (facts === undefined) throw new Error("the database answered without a row");
  return facts;
}

/**
 * Sets a session setting, lets another client keep a transaction open, and reads the setting back. A pooler of
 * transactions gives the free session to whoever asks first, so the reader then finds itself in another one.
 */
async function keepsSession(first: Client, second: Client): Promise<boolean> {
  const probe = randomUUID();
  const before = await first.query<{ pid: number }>(
    `select set_config('${PROBE_SETTING}', '${probe}', false), pg_backend_pid() as pid`,
  );
  await second.query("begin");
  try {
    const after = await first.query<{ pid: number; probe: string | null }>(
      `select current_setting('${PROBE_SETTING}', true) as probe, pg_backend_pid() as pid`,
    );
    return after.rows[0]?.probe === probe && after.rows[0].pid === before.rows[0]?.pid;
  } finally {
    await second.query("rollback");
  }
}

/**
 * Host and database of a connection address, without user and password; read by the driver, which also takes addresses
 * that a URL parser refuses (`postgresql://user@/crm?host=/run/postgresql`).
 */
export function placeOf(databaseUrl: string): string {
  try {
    const { host, port, database } = new Client({ connectionString: databaseUrl });
    return host.startsWith("/") ? `${host}, database ${database}` : `${host}:${port}/${database}`;
  } catch {
    return "an address that cannot be read";
  }
}
