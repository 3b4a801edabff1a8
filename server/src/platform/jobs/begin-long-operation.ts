import type { Context } from "../ledger/context.ts";
import { keyOfLongOperation, LONG_OPERATION_ATTEMPTS, taskOfLongOperation } from "./long-operation.ts";
import type { LongOperationDefinition } from "./long-operation.ts";
import { queueJobs } from "./queue-jobs.ts";

/**
 * Makes the operation that is open the parent of a long one and queues its first slice, in the same transaction. The
 * parent should write no business rows of its own.
 * @param start.total - units to do, when known.
 * @returns the id of the long operation: that of the parent.
 * @throws ZodError when request or position are not what the kind takes.
 */
export async function beginLongOperation<Request, Position>(
  context: Context,
  definition: LongOperationDefinition<Request, Position>,
  start: { readonly request: Request; readonly position: Position; readonly total?: number },
): Promise<string> {
  const { client, operationId, now } = context;
  const request = definition.request.parse(start.request);
  const position = definition.position.parse(start.position);
  await client.query(
    `insert into long_operation (id, kind, state, request, position, total, queued_at)
     values ($1, $2, 'queued', $3, $4, $5, $6)`,
    [operationId, definition.name, JSON.stringify(request), JSON.stringify(position), start.total ?? null, now],
  );
  await queueJobs(client, [sliceOf(operationId, definition.name)]);
  return operationId;
}

/** The job that runs the next slice. */
export function sliceOf(id: string, kind: string): Parameters<typeof queueJobs>[1][number] {
  return {
    task: taskOfLongOperation(kind),
    key: keyOfLongOperation(id),
    payload: { id },
    priority: "bulk",
    maxAttempts: LONG_OPERATION_ATTEMPTS,
  };
}
