import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";
import { partTablesOf } from "../../../platform/ledger/audited-table.ts";
import type { AuditedPart, RowImage } from "../../../platform/ledger/audited-table.ts";
import { behind, cutPage, decodeCursor } from "../../../platform/paging/keyset.ts";
import { scopeOf } from "./count-rows.ts";

/** One row that was written. `i`: created, `r`: put back by an undo; both without values, which are read with the row. */
export interface StoredChange {
  readonly seq: string;
  readonly table: string;
  readonly rowId: string;
  readonly act: "i" | "u" | "d" | "r";
  readonly before: RowImage | null;
  readonly after: RowImage | null;
  readonly operationId: string;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly at: Date;
}

interface PageAsked {
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const SHOWN = sql`
  w.seq::text as seq,
  w.table_name as "table",
  w.row_id as "rowId",
  w.act,
  w.before,
  w.after,
  o.id as "operationId",
  o.kind,
  o.actor_kind as "actorKind",
  o.actor_id as "actorId",
  o.at`;

/** Created rows have no image; their place is before every change of the operation. */
const createdIn = (table: string, where: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select 0::bigint as seq, ${sql.lit(table)}::text as table_name, t.id as row_id, 'i' as act, t.operation_id, null::jsonb as before, null::jsonb as after
  from ${sql.table(table)} as t
  where ${where}`;

/** One page of the rows of one table that an operation and what followed wrote, in the order of writing. */
export async function readChangesOf({ tx }: ReadContext, operationId: string, table: string, page: PageAsked) {
  const order = `changes ${table}`;
  const after = page.cursor === undefined ? undefined : decodeCursor(order, page.cursor, 2);
  const { rows } = await sql<StoredChange>`
    ${scopeOf(operationId)}
    select ${SHOWN}
    from (
      ${createdIn(table, sql`t.operation_id = any(array(select id from scope))`)}
      union all
      select seq, table_name, row_id, act::text, operation_id, before, after
      from published.change
      where table_name = ${table} and operation_id = any(array(select id from scope))
    ) as w
    join published.operation as o on o.id = w.operation_id
    where ${after ? behind([sql`w.seq`, sql`w.row_id`], [String(after[0]), String(after[1])], "asc") : sql`true`}
    order by w.seq, w.row_id
    limit ${page.limit + 1}`.execute(tx);
  return cutPage(rows, page.limit, order, (row) => [row.seq, row.rowId]);
}

/** One page of everything that was written in a record and the rows that belong to it, the latest first. */
export async function readHistoryOf({ tx }: ReadContext, table: string, recordId: string, page: PageAsked) {
  const after = page.cursor === undefined ? undefined : decodeCursor("history", page.cursor, 3);
  const record = sql`select ${recordId}::uuid as id`;
  const places = [
    { table, ids: record },
    ...partTablesOf(table).flatMap((part) => {
      const ids = rowsBelonging(part, table, record);
      return ids ? [{ table: part.table, ids }] : [];
    }),
  ];
  const created = places.map(({ table: name, ids }) => createdIn(name, sql`t.id in (${ids})`));
  const belonging = places.map(
    ({ table: name, ids }) => sql`select ${sql.lit(name)}::text as table_name, id as row_id from (${ids}) as b`,
  );
  const { rows } = await sql<StoredChange>`
    with belonging as materialized (
      ${sql.join(belonging, sql` union `)}
    )
    select ${SHOWN}
    from (
      ${sql.join(created, sql` union all `)}
      union all
      select c.seq, c.table_name, c.row_id, c.act::text, c.operation_id, c.before, c.after
      from belonging as b
      join published.change as c on c.row_id = b.row_id and c.table_name = b.table_name
    ) as w
    join published.operation as o on o.id = w.operation_id
    where ${after ? behind([sql`o.at`, sql`w.seq`, sql`w.row_id`], after.map(String), "desc") : sql`true`}
    order by o.at desc, w.seq desc, w.row_id desc
    limit ${page.limit + 1}`.execute(tx);
  return cutPage(rows, page.limit, "history", (row) => [row.at.toISOString(), row.seq, row.rowId]);
}

/** Ids of the rows of a part, there or deleted, that belong to the record; undefined when the part leads elsewhere only. */
function rowsBelonging(part: AuditedPart, table: string, record: RawBuilder<unknown>): RawBuilder<unknown> | undefined {
  const parts = partTablesOf(table);
  const ways = part.of.flatMap(({ column, table: above }) => {
    const parent = parts.find((one) => one.table === above);
    const ids = above === table ? record : parent && rowsBelonging(parent, table, record);
    if (!ids) return [];
    return [
      sql`select id from ${sql.table(part.table)} where ${sql.ref(column)} in (${ids})`,
      sql`select row_id as id from published.change
          where table_name = ${sql.lit(part.table)} and act = 'd' and (before ->> ${sql.lit(column)})::uuid in (${ids})`,
    ];
  });
  return ways.length === 0 ? undefined : sql.join(ways, sql` union `);
}

/** Rows as they were made: as they are or were last, with the earliest value of whatever was changed since. */
export async function readMadeImages(
  { tx }: ReadContext,
  rows: readonly { readonly rowId: string; readonly table: string }[],
): Promise<Map<string, RowImage>> {
  const { rows: found } = await sql<{ id: string; earliest: RowImage }>`
    select row_id as id, jsonb_object_agg(key, value) as earliest
    from (
      select distinct on (c.row_id, key) c.row_id, key, value
      from published.change as c
      cross join lateral jsonb_each(c.before) as image (key, value)
      where c.act = 'u'
        and c.row_id = any(${rows.map(({ rowId }) => rowId)}::uuid[])
        and c.table_name = any(${rows.map(({ table }) => table)}::text[])
      order by c.row_id, key, c.seq
    ) as first
    group by row_id`.execute(tx);
  return new Map(found.map(({ id, earliest }) => [id, earliest]));
}
