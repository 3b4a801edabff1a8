import type { Pool } from "pg";
import { ExplainedError } from "../config/explained-error.ts";

/** @throws ExplainedError when anybody but this program is connected to the database. */
export async function requireAlone(pool: Pool): Promise<void> {
  const { rows } = await pool.query<{ others: number }>(
    `select count(*)::int as others
     from pg_stat_activity
     where datname = current_database()
       and backend_type = 'client backend'
       and application_name is distinct from current_setting('application_name')
       and pid <> pg_backend_pid()`,
  );
  const others = rows[0]?.others ?? 0;
  if (others > 0) {
    throw new ExplainedError(
      `${others} other ${others === 1 ? "connection uses" : "connections use"} the database. Stop every Tongzhou that runs on it first.`,
    );
  }
}
