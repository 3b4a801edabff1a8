import type { Pool, PoolClient } from "pg";

/**
 * How often a killed attempt is given back. A server may be killed many times while an innocent job waits in it; a job
 * that itself kills its worker each time must come to an end.
 */
export const FREE_INTERRUPTIONS = 20;

/**
 * Gives back what dead workers held: the rows in `worker_process` whose lock is free. Safe to run in all processes at once.
 * @returns how many processes were found dead.
 */
export async function releaseDeadWorkers(pool: Pool): Promise<number> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query("begin");
    // The lock on the transaction keeps other processes from doing the same; whoever lives holds his own and is passed over.
    const { rows } = await client.query<{ id: string; worker_ids: string[] }>(
      "select id, worker_ids from worker_process where pg_try_advisory_xact_lock(lock_key)",
    );
    if (rows.length > 0) {
      await returnJobsOf(
        client,
        rows.flatMap(({ worker_ids }) => worker_ids),
      );
      await client.query("delete from worker_process where id = any($1)", [rows.map(({ id }) => id)]);
    }
    await client.query("commit");
    return rows.length;
  } catch (error) {
    await client.query("rollback").catch((lost: Error) => (broken = lost));
    throw error;
  } finally {
    client.release(broken);
  }
}

/**
 * Unlocks the jobs that these workers hold, gives the attempts back, and wakes the others. The workers must be gone.
 * Reads the queue's private tables: its own `force_unlock_workers` leaves the attempt counted.
 */
export async function returnJobsOf(client: Pick<PoolClient, "query">, workerIds: readonly string[]): Promise<void> {
  await client.query(
    `with interrupted as (
       insert into job_interruption as known (job_id, times)
       select id, 1
       from graphile_worker._private_jobs
       where locked_by = any($1)
       on conflict (job_id) do update set times = known.times + 1, last_at = now()
       returning job_id, times
     )
     update graphile_worker._private_jobs as job
     set
       attempts = case when times > $2 then attempts else greatest(attempts - 1, 0) end,
       last_error = case when times > $2 then 'the worker died ' || times || ' times while it held this job' else last_error end
     from interrupted
     where job.id = interrupted.job_id`,
    [workerIds, FREE_INTERRUPTIONS],
  );
  await client.query("select graphile_worker.force_unlock_workers($1)", [workerIds]);
  await wakeWorkers(client);
}

/** To be called when a job has got somewhere: deaths before that were not its fault. */
export async function forgetInterruptions(queryable: Pick<PoolClient, "query">, jobId: string): Promise<void> {
  await queryable.query("delete from job_interruption where job_id = $1", [jobId]);
}

/** Makes idle workers look at once instead of at their next poll. */
export async function wakeWorkers(client: Pick<PoolClient, "query">): Promise<void> {
  await client.query(`select pg_notify('jobs:insert', '{"r":' || random() || ',"count":1}')`);
}
