import type { LongOperationState } from "@tongzhou/contract/jobs";
import type { Counts } from "./long-operation.ts";
import type { Queryable } from "./queue-jobs.ts";

/** A long operation as pages show it. */
export interface LongOperationView {
  readonly id: string;
  readonly kind: string;
  readonly state: LongOperationState;
  readonly done: number;
  readonly total: number | undefined;
  readonly counts: Counts;
  readonly error: string | undefined;
  /** Who began it; undefined when the house itself did. */
  readonly personId: string | undefined;
  readonly changedById: string | undefined;
  readonly queuedAt: Date;
  readonly startedAt: Date | undefined;
  readonly finishedAt: Date | undefined;
  /** Taken back; it cannot be resumed any more. */
  readonly undone: boolean;
}

export interface LongOperationFilter {
  /** Only those that have not ended, and those that failed and wait for somebody. */
  readonly open?: boolean;
  readonly kind?: string;
  readonly personId?: string;
  /** The last row of the page before. */
  readonly after?: Pick<LongOperationView, "queuedAt" | "id">;
  readonly limit: number;
}

interface LongOperationRow {
  id: string;
  kind: string;
  state: LongOperationState;
  done: number;
  total: number | null;
  counts: Counts;
  error: string | null;
  person_id: string | null;
  changed_by: string | null;
  queued_at: Date;
  started_at: Date | null;
  finished_at: Date | null;
  undone: boolean;
}

const COLUMNS = `
  long.id, long.kind, long.state, long.done, long.total, long.counts, long.error, long.changed_by,
  long.queued_at, long.started_at, long.finished_at,
  case when operation.actor_kind = 'person' then operation.actor_id end as person_id,
  ledger.is_undone(long.id) as undone`;

/** Long operations, the newest first. */
export async function listLongOperations(
  queryable: Queryable,
  { open = false, kind, personId, after, limit }: LongOperationFilter,
): Promise<LongOperationView[]> {
  const { rows } = await queryable.query<LongOperationRow>(
    `select ${COLUMNS}
     from long_operation as long
     join operation on operation.id = long.id
     where (not $1 or long.state in ('queued', 'running', 'paused', 'stopping', 'failed'))
       and ($2::text is null or long.kind = $2)
       and ($3::uuid is null or (operation.actor_kind = 'person' and operation.actor_id = $3))
       and ($4::timestamptz is null or (long.queued_at, long.id) < ($4, $5::uuid))
     order by long.queued_at desc, long.id desc
     limit $6`,
    [open, kind ?? null, personId ?? null, after?.queuedAt ?? null, after?.id ?? null, limit],
  );
  return rows.map(viewOf);
}

/** One long operation; undefined when there is none with this id. */
export async function readLongOperation(queryable: Queryable, id: string): Promise<LongOperationView | undefined> {
  return (await readLongOperations(queryable, [id])).get(id);
}

/** Several of them by their ids; those that are none are not among them. */
export async function readLongOperations(
  queryable: Queryable,
  ids: readonly string[],
): Promise<Map<string, LongOperationView>> {
  const { rows } = await queryable.query<LongOperationRow>(
    `select ${COLUMNS}
     from long_operation as long
     join operation on operation.id = long.id
     where long.id = any($1)`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, viewOf(row)]));
}

function viewOf(row: LongOperationRow): LongOperationView {
  return {
    id: row.id,
    kind: row.kind,
    state: row.state,
    done: row.done,
    total: row.total ?? undefined,
    counts: row.counts,
    error: row.error ?? undefined,
    personId: row.person_id ?? undefined,
    changedById: row.changed_by ?? undefined,
    queuedAt: row.queued_at,
    startedAt: row.started_at ?? undefined,
    finishedAt: row.finished_at ?? undefined,
    undone: row.undone,
  };
}
