import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { IMAGES_KEPT_MONTHS } from "../../../platform/ledger/undo/find-scope.ts";
import { behind, cutPage, decodeCursor } from "../../../platform/paging/keyset.ts";

/** A deleted record as the ledger keeps it. */
export interface StoredDeletion {
  readonly seq: string;
  readonly rowId: string;
  readonly operationId: string;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly at: Date;
  readonly together: number;
}

/**
 * One page of the records of a table that were deleted and did not come back, the latest first. What an undo removed is
 * not trash: undoing the undo brings it back.
 */
export async function listTrash(
  { tx, now }: Viewing,
  table: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
) {
  const order = `trash ${table}`;
  const after = page.cursor === undefined ? undefined : decodeCursor(order, page.cursor, 2);
  const { rows } = await sql<StoredDeletion>`
    select
      c.seq::text as seq,
      c.row_id as "rowId",
      o.id as "operationId",
      o.kind,
      o.actor_kind as "actorKind",
      o.actor_id as "actorId",
      c.at,
      (
        select count(*)::int
        from published.change as other
        where other.operation_id = c.operation_id and other.table_name = c.table_name and other.act = 'd'
      ) as together
    from published.change as c
    join published.operation as o on o.id = c.operation_id
    where c.table_name = ${table}
      and c.act = 'd'
      and c.at > ${now}::timestamptz - make_interval(months => ${IMAGES_KEPT_MONTHS})
      and o.kind <> 'undo'
      and not exists (select from ${sql.table(table)} as present where present.id = c.row_id)
      and not exists (
        select
        from published.change as later
        where later.row_id = c.row_id and later.table_name = c.table_name and later.act = 'd' and later.seq > c.seq)
      and ${after ? behind([sql`c.at`, sql`c.seq`], after.map(String), "desc") : sql`true`}
    order by c.at desc, c.seq desc
    limit ${page.limit + 1}`.execute(tx);
  return cutPage(rows, page.limit, order, (row) => [row.at.toISOString(), row.seq]);
}
