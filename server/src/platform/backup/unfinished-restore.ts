import type { ClientBase, Pool } from "pg";
import { ExplainedError } from "../config/explained-error.ts";

// While a restore rebuilds the schema the database is empty, and a start in between would take it for a new one. The mark
// is a schema of its own, so that loading the rows of a backup cannot touch it.
const MARK = "restore_is_unfinished";

/** Marks the database as half restored. */
export async function markRestore(client: ClientBase): Promise<void> {
  await client.query(`create schema if not exists ${MARK}`);
}

/** Takes the mark away, when there is one. */
export async function unmarkRestore(client: ClientBase): Promise<void> {
  await client.query(`drop schema if exists ${MARK}`);
}

/** @throws ExplainedError when a restore began in this database and did not end. */
export async function refuseUnfinishedRestore(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ found: boolean }>("select to_regnamespace($1) is not null as found", [MARK]);
  if (rows[0]?.found === true) {
    throw new ExplainedError(
      "A restore into this database began and did not end. Run it again: npm run restore FILE -- --replace",
    );
  }
}
