import type { Queryable } from "../../../platform/jobs/queue-jobs.ts";
import type { StoredActor } from "../audit.access.ts";

/** Who did an operation; undefined when there is none. */
export async function findActor(queryable: Queryable, operationId: string): Promise<StoredActor | undefined> {
  const { rows } = await queryable.query<{ actor_kind: string; actor_id: string | null }>(
    "select actor_kind, actor_id from published.operation where id = $1",
    [operationId],
  );
  const row = rows[0];
  return row && { actorKind: row.actor_kind, actorId: row.actor_id };
}
