import type { Pool, PoolClient } from "pg";

/** How long before-images are kept; after that an operation can be read about, not undone. */
export const IMAGES_KEPT_MONTHS = 24;

export interface ScopeRoot {
  readonly id: string;
  readonly kind: string;
  readonly at: Date;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly undone: boolean;
  /** For an undo: the kind of what it undid. */
  readonly undoesKind: string | null;
}

/** Reads the operation to be undone and locks it, so that it is undone once and its handlers wait. */
export async function lockRoot(client: PoolClient, operationId: string): Promise<ScopeRoot | undefined> {
  const { rows } = await client.query<{
    id: string;
    kind: string;
    at: Date;
    actor_kind: string;
    actor_id: string | null;
    undone: boolean;
    undoes_kind: string | null;
  }>(
    `select id, kind, at, actor_kind, actor_id, ledger.is_undone(id) as undone,
            (select u.kind from operation as u where u.id = operation.undoes_id) as undoes_kind
     from operation where id = $1 for update`,
    [operationId],
  );
  const row = rows[0];
  if (!row) return undefined;
  const { id, kind, at, undone } = row;
  return { id, kind, at, actorKind: row.actor_kind, actorId: row.actor_id, undone, undoesKind: row.undoes_kind };
}

const FOLLOWERS = `
  with recursive scope as (
    select id from operation where id = $1
    union
    select followed.id
    from scope
    cross join lateral (
      select o.id from operation as o where o.parent_id = scope.id
      union all
      select o.id from operation as o where o.cause_id = scope.id and o.actor_kind <> 'person'
    ) as followed
    where not ledger.is_undone(followed.id)
  )`;

/** How many operations the scope has and whether it is undone, as this connection sees it. */
export async function scopeState(queryable: Pick<Pool, "query"> | PoolClient, operationId: string): Promise<string> {
  const { rows } = await (queryable as Pool).query<{ state: string }>(
    `${FOLLOWERS} select count(*) || ' ' || ledger.is_undone($1) as state from scope`,
    [operationId],
  );
  return rows[0]?.state ?? "";
}

/**
 * Writes the scope into the temporary table `undo_scope`: the operation, its children, and whatever followed from them
 * without a person deciding (architecture.md, Undo 1). What was undone before is left out: it is net nothing.
 * @returns the number of operations.
 */
export async function findScope(client: PoolClient, operationId: string): Promise<number> {
  await client.query("create temporary table undo_scope (id uuid primary key) on commit drop");
  const { rowCount } = await client.query(`insert into undo_scope ${FOLLOWERS} select id from scope`, [operationId]);
  await client.query("analyze undo_scope");
  return rowCount ?? 0;
}
