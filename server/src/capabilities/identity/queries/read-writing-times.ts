import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";
import type { Mergeable } from "../shapes/mergeable.ts";

/** When each column of these records was written: by the last operation that changed it, else by the one that made them. */
export async function readWritingTimes<Field extends string>(
  { tx }: Pick<ReadContext, "tx">,
  { homes: { tree }, merges: { identifiers, home }, columns }: Mergeable<Field>,
  ids: readonly string[],
): Promise<ReadonlyMap<string, ReadonlyMap<string, number>>> {
  const names = Object.values<string>(columns);
  const { rows } = await sql<{ id: string; name: string; at: Date | null }>`
    select r.id, f.name, coalesce(
      (select max(w.at) from published.change as w where w.table_name = ${tree} and w.row_id = r.id and w.after ? f.name),
      (select i.valid_from from ${sql.table(identifiers)} as i
       where i.kind = 'record' and i.value = r.id::text and i.${sql.ref(home)} = r.id limit 1)) as at
    from ${sql.table(`published.${tree}`)} as r
    cross join unnest(${names}::text[]) as f (name)
    where r.id = any(${[...ids]}::uuid[])`.execute(tx);
  const times = new Map<string, Map<string, number>>();
  for (const { id, name, at } of rows) {
    const ofRecord = times.get(id) ?? new Map<string, number>();
    times.set(id, ofRecord.set(name, at?.getTime() ?? 0));
  }
  return times;
}
