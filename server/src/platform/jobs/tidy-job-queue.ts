import type { Pool } from "pg";

/** Half of what an `integer` holds. */
const HIGH = 2 ** 30;
const LOCK_LIMIT = "2s";

/**
 * Removes what the queue leaves behind: counts of jobs that are gone, and numbers used up. The library takes a number of
 * an `integer` sequence for every job it adds, and after 2,147,483,647 of them no job can be added (graphile/worker #619).
 * @returns the tables whose numbering begins anew.
 */
export async function tidyJobQueue(pool: Pool): Promise<string[]> {
  await pool.query(
    "delete from job_interruption as i where not exists (select from graphile_worker._private_jobs as j where j.id = i.job_id)",
  );
  const rewound: string[] = [];
  for (const table of ["graphile_worker._private_tasks", "graphile_worker._private_job_queues"]) {
    if (await rewindNumbers(pool, table)) rewound.push(table);
  }
  return rewound;
}

/** Under a lock that waits for those who add: a row that is not committed yet may have a number above the highest seen. */
async function rewindNumbers(pool: Pool, table: string): Promise<boolean> {
  const sequence = `pg_get_serial_sequence('${table}', 'id')`;
  const { rows } = await pool.query<{ last_value: number | null }>(
    `select pg_sequence_last_value(${sequence}::regclass) as last_value`,
  );
  if ((rows[0]?.last_value ?? 0) < HIGH) return false;
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin; set local lock_timeout = '${LOCK_LIMIT}'; lock table ${table} in exclusive mode`);
    await client.query(`select setval(${sequence}, (select coalesce(max(id), 1) from ${table}))`);
    await client.query("commit");
    return true;
  } catch (error) {
    await client.query("rollback").catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}
