import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";
import { auditedTable } from "../../../platform/ledger/audited-table.ts";
import type { RowImage } from "../../../platform/ledger/audited-table.ts";

/** A row of a ledgered table. */
export interface RowRef {
  readonly table: string;
  readonly rowId: string;
}

/** A row as it is, or as it was when it was deleted. */
export interface ReadImage {
  readonly image: RowImage;
  readonly present: boolean;
}

export const keyOf = ({ table, rowId }: RowRef): string => `${table} ${rowId}`;

/**
 * Reads whole rows of declared tables, deleted ones from the ledger. Rows that an undo took away without an image are
 * missing. One statement a table.
 */
export async function readImages({ tx }: ReadContext, refs: readonly RowRef[]): Promise<Map<string, ReadImage>> {
  const found = new Map<string, ReadImage>();
  for (const [table, ids] of idsByTable(refs)) {
    if (!auditedTable(table)) continue;
    const live = await sql<{ id: string; image: RowImage }>`
      select t.id, ${sql.id("ledger", `image_of_${table}`)}(t) as image
      from ${sql.table(table)} as t
      where t.id = any(${ids}::uuid[])`.execute(tx);
    for (const { id, image } of live.rows) found.set(keyOf({ table, rowId: id }), { image, present: true });
    const gone = ids.filter((rowId) => !found.has(keyOf({ table, rowId })));
    if (gone.length === 0) continue;
    const deleted = await sql<{ id: string; image: RowImage }>`
      select distinct on (row_id) row_id as id, before as image
      from published.change
      where row_id = any(${gone}::uuid[])
        and table_name = ${table}
        and act = 'd'
      order by row_id, seq desc`.execute(tx);
    for (const { id, image } of deleted.rows) found.set(keyOf({ table, rowId: id }), { image, present: false });
  }
  return found;
}

/** Ids by table, each once. */
export function idsByTable(refs: readonly RowRef[]): Map<string, string[]> {
  const byTable = new Map<string, Set<string>>();
  for (const { table, rowId } of refs) {
    const ids = byTable.get(table) ?? new Set();
    byTable.set(table, ids.add(rowId));
  }
  return new Map([...byTable].map(([table, ids]) => [table, [...ids]]));
}
