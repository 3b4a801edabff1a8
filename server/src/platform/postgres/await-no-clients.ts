import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import type { PostgresConnection } from "./postgres-connection.ts";

const LOOK_EVERY_MS = 10;

/**
 * Waits until nobody is connected to a server any more, or for as long as is given. A pool counts as ended when it has said
 * goodbye, before the server has heard it; a shutdown in between would break those connections and be logged as trouble.
 */
export async function awaitNoClients(connection: PostgresConnection, milliseconds: number): Promise<void> {
  const client = new Client({ ...connection, connectionTimeoutMillis: milliseconds });
  client.on("error", () => undefined);
  try {
    await client.connect();
    const until = Date.now() + milliseconds;
    while (Date.now() < until && (await countOthers(client)) > 0) await sleep(LOOK_EVERY_MS);
  } catch {
    // A server that takes no connection has nobody to wait for.
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function countOthers(client: Client): Promise<number> {
  const { rows } = await client.query<{ others: number }>(
    `select count(*)::int as others
     from pg_stat_activity
     where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  );
  return rows[0]?.others ?? 0;
}
