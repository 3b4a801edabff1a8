import type { Pool } from "pg";

const BEFORE_THE_FIRST_RUN = "Asia/Shanghai";

/** The company's time zone, for what has no context: schedules. */
export async function readTimeZone(pool: Pool): Promise<string> {
  const { rows } = await pool.query<{ time_zone: string }>("select time_zone from company");
  return rows[0]?.time_zone ?? BEFORE_THE_FIRST_RUN;
}
