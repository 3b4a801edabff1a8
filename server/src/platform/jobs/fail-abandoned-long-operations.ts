import { broadcast } from "../events/broadcast.ts";
import type { House } from "../ledger/context.ts";
import { taskOfLongOperation } from "./long-operation.ts";

/**
 * Marks as failed the long operations that say they run while nobody ever will: their job died with its worker at the last
 * attempt, or an admin dropped it. A person may then resume them.
 * @returns their ids.
 */
export async function failAbandonedLongOperations({ pool, clock }: House): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `with slice as (
       select job.id, job.payload ->> 'id' as operation_id, job.last_error, job.locked_at is null and job.attempts >= job.max_attempts as is_dead
       from graphile_worker._private_jobs as job
       join graphile_worker._private_tasks as task on task.id = job.task_id
       where starts_with(task.identifier, $1)
     ), failed as (
       update long_operation as long
       set
         state = case when state = 'stopping' then 'stopped' else 'failed' end,
         error = coalesce((select last_error from slice where operation_id = long.id::text limit 1), error, 'nobody works on it any more'),
         finished_at = $2
       where state in ('queued', 'running', 'stopping')
         and not exists (select from slice where operation_id = long.id::text and not is_dead)
       returning id
     ), cleared as (
       delete from graphile_worker._private_jobs
       where id in (select slice.id from slice join failed on failed.id::text = operation_id where is_dead)
     )
     select id from failed`,
    [taskOfLongOperation(""), clock.now()],
  );
  const ids = rows.map(({ id }) => id);
  if (ids.length > 0) await broadcast(pool, { topic: "longOperation", ids });
  return ids;
}
