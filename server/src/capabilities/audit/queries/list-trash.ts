import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { IMAGES_KEPT_MONTHS } from "../../../platform/ledger/undo/find-scope.ts";
import { behind, cutPage, decodeCursor } from "../../../platform/paging/keyset.ts";

/** A deleted record as the ledger keeps it. */
export interface StoredDeletion {
  readonly seq: string;
  readonly table: string;
  readonly rowId: string;
  readonly operationId: string;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly at: Date;
  readonly together: number;
}

export interface TrashAsked {
  /** Tables of records. */
  readonly tables: readonly string[];
  /** Only what the viewer deleted. */
  readonly mine?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * One page of the records of these tables that were deleted and did not come back, the latest first. What an undo removed
 * is not trash: undoing the undo brings it back.
 */
export async function listTrash({ tx, now, viewer }: Viewing, { tables, mine, cursor, limit }: TrashAsked) {
  const order = `trash ${tables.length === 1 ? (tables[0] ?? "") : "of all"}`;
  const after = cursor === undefined ? undefined : decodeCursor(order, cursor, 2);
  // The newest of each table along its index; a page of all of them is among these.
  const newest = tables.map(
    (table) => sql`(
      select c.seq, c.table_name, c.row_id, c.operation_id, c.at, o.kind, o.actor_kind, o.actor_id
      from published.change as c
      join published.operation as o on o.id = c.operation_id
      where c.table_name = ${sql.lit(table)}
        and c.act = 'd'
        and c.at > ${now}::timestamptz - make_interval(months => ${IMAGES_KEPT_MONTHS})
        and o.kind <> 'undo'
        and ${mine === true ? sql`o.actor_kind = 'person' and o.actor_id = ${viewer.personId}::uuid` : sql`true`}
        and not exists (select from ${sql.table(table)} as present where present.id = c.row_id)
        and not exists (
          select
          from published.change as later
          where later.row_id = c.row_id and later.table_name = c.table_name and later.act = 'd' and later.seq > c.seq)
        and ${after ? behind([sql`c.at`, sql`c.seq`], after.map(String), "desc") : sql`true`}
      order by c.at desc, c.seq desc
      limit ${limit + 1}
    )`,
  );
  const { rows } = await sql<StoredDeletion>`
    select
      c.seq::text as seq,
      c.table_name as "table",
      c.row_id as "rowId",
      c.operation_id as "operationId",
      c.kind,
      c.actor_kind as "actorKind",
      c.actor_id as "actorId",
      c.at,
      (
        select count(*)::int
        from published.change as other
        where other.operation_id = c.operation_id and other.table_name = c.table_name and other.act = 'd'
      ) as together
    from (${sql.join(newest, sql` union all `)}) as c
    order by c.at desc, c.seq desc
    limit ${limit + 1}`.execute(tx);
  return cutPage(rows, limit, order, (row) => [row.at.toISOString(), row.seq]);
}
