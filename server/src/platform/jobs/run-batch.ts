import type { PoolClient } from "pg";
import type { Actor, Context, House } from "../ledger/context.ts";
import { operate } from "../ledger/operate.ts";
import { isUndone } from "../events/is-undone.ts";
import { broadcast } from "../events/broadcast.ts";
import type { Batch, Counts, LongOperationDefinition, LongOperationProgress } from "./long-operation.ts";
import type { Queryable } from "./queue-jobs.ts";

/** Any number that no other use of two-part advisory locks has. */
const LONG_OPERATION_LOCK = 845_703;

/** Whether there is more to do at once. */
export type BatchOutcome = "more" | "over";

/** Thrown to roll back a batch that must not run. */
class NotRunning extends Error {
  readonly undone: boolean;
  constructor(undone: boolean) {
    super("the long operation is not running");
    this.undone = undone;
  }
}

/** Thrown to roll back a batch that began elsewhere than where it was prepared to: another slice went on meanwhile. */
class MovedOn extends Error {}

/** Read before the lock and again behind it: where the batch is to begin. */
type Prepared = { readonly position: string } | undefined;

interface LongOperationRow {
  readonly state: string;
  readonly request: unknown;
  readonly position: unknown;
  readonly done: number;
  readonly total: number | null;
  readonly counts: Counts;
}

/**
 * Runs the next batch of a long operation, if it is still to run: one transaction for the work, its ledger rows, its events
 * and the new position.
 * @throws what the batch throws, after rolling back.
 */
export async function runBatch(house: House, definition: LongOperationDefinition, id: string): Promise<BatchOutcome> {
  const actor = await actorOf(house, id);
  if (!actor) return "over";
  for (;;) {
    try {
      const prepared = await prepare(house, definition, id);
      const { result } = await operate(
        house,
        { actor, kind: definition.batchKind, source: "job", parentId: id },
        (context) => advance(context, definition, id, prepared),
      );
      return result;
    } catch (error) {
      if (error instanceof MovedOn) continue;
      if (!(error instanceof NotRunning)) throw error;
      await settleStop(house, id, error.undone);
      return "over";
    }
  }
}

async function prepare(house: House, definition: LongOperationDefinition, id: string): Promise<Prepared> {
  if (definition.prepare === undefined) return undefined;
  const row = await read(house.pool, id);
  if (!row || !isUnderWay(row)) return undefined;
  await definition.prepare(house, progressOf(definition, id, row));
  return { position: JSON.stringify(row.position) };
}

async function advance(
  context: Context,
  definition: LongOperationDefinition,
  id: string,
  prepared: Prepared,
): Promise<BatchOutcome> {
  const row = await lockAndRead(context.client, id);
  const undone = await isUndone(context.client, id);
  if (undone || !isUnderWay(row)) throw new NotRunning(undone);
  if (definition.prepare && prepared?.position !== JSON.stringify(row.position)) throw new MovedOn();
  const batch = await definition.batch(context, progressOf(definition, id, row));
  const state = await savePosition(context, definition, id, row, batch);
  await broadcast(context.client, { topic: "longOperation", ids: [id] });
  return state === "running" ? "more" : "over";
}

/**
 * One worker at a time: the lock is on the transaction, so it also waits for a killed worker whose last statement the
 * server is still busy with. The row itself stays free, so that somebody can pause or stop meanwhile.
 */
async function lockAndRead(client: PoolClient, id: string): Promise<LongOperationRow> {
  await client.query("select pg_advisory_xact_lock($1, hashtext($2))", [LONG_OPERATION_LOCK, id]);
  const row = await read(client, id);
  if (!row) throw new NotRunning(false);
  return row;
}

async function read(queryable: Queryable, id: string): Promise<LongOperationRow | undefined> {
  const { rows } = await queryable.query<LongOperationRow>(
    "select state, request, position, done, total, counts from long_operation where id = $1",
    [id],
  );
  return rows[0];
}

const isUnderWay = ({ state }: LongOperationRow): boolean => state === "queued" || state === "running";

function progressOf(
  definition: LongOperationDefinition,
  id: string,
  row: LongOperationRow,
): LongOperationProgress<unknown, unknown> {
  return {
    id,
    request: definition.request.parse(row.request),
    position: definition.position.parse(row.position),
    done: row.done,
    total: row.total ?? undefined,
    counts: row.counts,
  };
}

/** What a person asked for while the batch ran is kept; what is finished is finished, whatever was asked for. */
async function savePosition(
  context: Context,
  definition: LongOperationDefinition,
  id: string,
  row: LongOperationRow,
  batch: Batch<unknown>,
): Promise<string | undefined> {
  const position = definition.position.parse(batch.position);
  const { rows } = await context.client.query<{ state: string }>(
    `update long_operation
     set
       position = $2,
       done = done + $3,
       total = coalesce($4, total),
       counts = $5,
       state = case when $6 then 'done' when state = 'stopping' then 'stopped' when state = 'queued' then 'running' else state end,
       error = null,
       started_at = coalesce(started_at, $7),
       moved_at = $7,
       finished_at = case when $6 or state = 'stopping' then $7 end
     where id = $1
     returning state`,
    [
      id,
      JSON.stringify(position),
      batch.done,
      batch.total ?? null,
      sumOf(row.counts, batch.counts ?? {}),
      batch.isLast,
      context.now,
    ],
  );
  return rows[0]?.state;
}

function sumOf(before: Counts, more: Counts): Counts {
  const sum: Record<string, number> = { ...before };
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count;
  return sum;
}

async function settleStop(house: House, id: string, undone: boolean): Promise<void> {
  const { rowCount } = await house.pool.query(
    `update long_operation set state = 'stopped', finished_at = $2
     where id = $1 and (state = 'stopping' or ($3 and state in ('queued', 'running', 'paused')))`,
    [id, house.clock.now(), undone],
  );
  if (rowCount) await broadcast(house.pool, { topic: "longOperation", ids: [id] });
}

/** Batches are acts of whoever began the long operation. */
async function actorOf(house: House, id: string): Promise<Actor | undefined> {
  const { rows } = await house.pool.query<{ actor_kind: Actor["kind"]; actor_id: string | null }>(
    "select actor_kind, actor_id from operation where id = $1",
    [id],
  );
  const row = rows[0];
  if (!row) return undefined;
  if (row.actor_kind === "person" && row.actor_id !== null) return { kind: "person", personId: row.actor_id };
  if (row.actor_kind === "rule" && row.actor_id !== null) return { kind: "rule", ruleId: row.actor_id };
  return { kind: "system" };
}
