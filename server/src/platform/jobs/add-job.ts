import type { JobDefinition } from "./job-definition.ts";
import { queueJobs } from "./queue-jobs.ts";
import type { Queryable } from "./queue-jobs.ts";

export interface AddJobOptions {
  /** Not before this moment of the database's clock. */
  readonly runAt?: Date;
  /** A waiting job with the same key is replaced by this one. */
  readonly key?: string;
}

/**
 * Adds a job in the transaction of the connection: `addJob(context.client, sendDigest, { personId })`.
 * @throws ZodError when the payload is not what the job takes.
 */
export async function addJob<Payload extends object>(
  queryable: Queryable,
  definition: JobDefinition<Payload>,
  payload: Payload,
  options: AddJobOptions = {},
): Promise<void> {
  const { name, priority, queue, maxAttempts } = definition;
  const checked = definition.payload.parse(payload);
  await queueJobs(queryable, [{ task: name, payload: checked, priority, queue, maxAttempts, ...options }]);
}
