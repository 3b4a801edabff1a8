import { z } from "zod";
import type { House } from "../ledger/context.ts";
import { broadcast } from "../events/broadcast.ts";
import { sliceOf } from "./begin-long-operation.ts";
import { taskOfLongOperation } from "./long-operation.ts";
import type { LongOperationDefinition } from "./long-operation.ts";
import { queueJobs } from "./queue-jobs.ts";
import { forgetInterruptions } from "./release-dead-workers.ts";
import { runBatch } from "./run-batch.ts";
import type { Attempt, Task } from "./task.ts";

/** Then the next slice lines up behind whatever else waits for the same workers. */
const SLICE_MS = 5000;

const SlicePayload = z.object({ id: z.uuid() });

/** Long operations as tasks: each run is a slice of a few seconds that queues the next one. */
export function tasksOfLongOperations(definitions: readonly LongOperationDefinition[]): Task[] {
  return definitions.map((definition) => ({
    name: taskOfLongOperation(definition.name),
    lane: "bulk",
    run: (house, payload, attempt) => runSlice(house, definition, SlicePayload.parse(payload).id, attempt),
  }));
}

async function runSlice(
  house: House,
  definition: LongOperationDefinition,
  id: string,
  attempt: Attempt,
): Promise<void> {
  const end = performance.now() + SLICE_MS;
  try {
    if ((await runBatch(house, definition, id)) === "over") return;
    await forgetInterruptions(house.pool, attempt.jobId);
    while (performance.now() < end && !attempt.signal.aborted) {
      if ((await runBatch(house, definition, id)) === "over") return;
    }
  } catch (error) {
    const goesOn = await noteFailure(house, id, error, attempt.isLast);
    if (goesOn) throw error;
    return;
  }
  await queueJobs(house.pool, [sliceOf(id, definition.name)]);
}

/**
 * While attempts are left the error is shown beside the progress; after the last one a person decides.
 * @returns whether it is to be tried again.
 */
async function noteFailure(house: House, id: string, error: unknown, isLast: boolean): Promise<boolean> {
  const { rows } = await house.pool.query<{ goes_on: boolean }>(
    `update long_operation
     set
       error = $2,
       state = case when state = 'stopping' then 'stopped' when $3 and state <> 'paused' then 'failed' else state end,
       finished_at = case when state = 'stopping' or ($3 and state <> 'paused') then $4::timestamptz end
     where id = $1 and state in ('queued', 'running', 'paused', 'stopping')
     returning state in ('queued', 'running') as goes_on`,
    [id, error instanceof Error ? error.message : String(error), isLast, house.clock.now()],
  );
  await broadcast(house.pool, { topic: "longOperation", ids: [id] });
  return rows[0]?.goes_on ?? false;
}
