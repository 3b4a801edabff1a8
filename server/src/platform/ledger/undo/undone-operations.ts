import type { PoolClient } from "pg";

/**
 * The operations that an undo took back: the undone one, its batches, and what followed from them without a person deciding.
 * For whoever keeps derived rows by the operation that computed them.
 */
export async function undoneOperations(client: PoolClient, undoId: string): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>({
    name: "undone-operations",
    text: `
      with recursive scope as (
        select undoes_id as id from operation where id = $1 and undoes_id is not null
        union
        select followed.id
        from scope
        cross join lateral (
          select o.id from operation as o where o.parent_id = scope.id
          union all
          select o.id from operation as o where o.cause_id = scope.id and o.actor_kind <> 'person'
        ) as followed
      )
      select id from scope`,
    values: [undoId],
  });
  return rows.map(({ id }) => id);
}
