import type { LongOperationState } from "@tongzhou/contract/jobs";
import { broadcast } from "../events/broadcast.ts";
import type { House } from "../ledger/context.ts";
import { JOB_PRIORITIES } from "./job-definition.ts";
import { keyOfLongOperation, LONG_OPERATION_ATTEMPTS, taskOfLongOperation } from "./long-operation.ts";

/**
 * Pauses a long operation after the batch it is in.
 * @returns the state it has now; undefined when it was neither waiting nor running.
 */
export function pauseLongOperation(
  house: House,
  id: string,
  personId: string,
): Promise<LongOperationState | undefined> {
  return change(house, id, personId, "state = 'paused'", "state in ('queued', 'running')");
}

/**
 * Goes on from where a paused, stopped or failed long operation is; not when it has been undone meanwhile.
 * @returns the state it has now; undefined when there was nothing to resume.
 */
export function resumeLongOperation(
  house: House,
  id: string,
  personId: string,
): Promise<LongOperationState | undefined> {
  const resumable = "state in ('paused', 'stopped', 'failed') and not ledger.is_undone(id)";
  return change(house, id, personId, "state = 'queued', error = null, finished_at = null", resumable);
}

/**
 * Stops a long operation after the batch it is in. What is done stays done; undoing its operation takes it back.
 * @returns `stopping` while a batch may be under way, else `stopped`; undefined when it had ended.
 */
export function stopLongOperation(house: House, id: string, personId: string): Promise<LongOperationState | undefined> {
  const isIdle = "state in ('paused', 'failed')";
  const sets = `state = case when ${isIdle} then 'stopped' else 'stopping' end,
                finished_at = case when ${isIdle} then $3::timestamptz end`;
  return change(house, id, personId, sets, "state in ('queued', 'running', 'paused', 'failed')");
}

/** One statement for the state and the slice that acts on it, so that neither is there without the other. */
async function change(
  house: House,
  id: string,
  personId: string,
  sets: string,
  allowed: string,
): Promise<LongOperationState | undefined> {
  const { rows } = await house.pool.query<{ state: LongOperationState }>(
    `with changed as (
       update long_operation
       set changed_by = $2, moved_at = $3, ${sets}
       where id = $1 and ${allowed}
       returning id, kind, state
     ), queued as (
       select graphile_worker.add_job(
         $4 || kind, json_build_object('id', id), priority => $5, max_attempts => $6, job_key => $7)
       from changed
       where state in ('queued', 'stopping')
     )
     select state, (select count(*) from queued) as slices from changed`,
    [
      id,
      personId,
      house.clock.now(),
      taskOfLongOperation(""),
      JOB_PRIORITIES.bulk,
      LONG_OPERATION_ATTEMPTS,
      keyOfLongOperation(id),
    ],
  );
  const state = rows[0]?.state;
  if (state !== undefined) await broadcast(house.pool, { topic: "longOperation", ids: [id] });
  return state;
}
