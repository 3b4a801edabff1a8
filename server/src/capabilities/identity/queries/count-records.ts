import { sql } from "kysely";
import { sortName } from "../../contacts/index.ts";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** Fewer are counted; of more the estimate of the last analysis is near enough, because it is only its logarithm that counts. */
const COUNTED_RECORDS = 20_000;

/** How many contacts there are, roughly where they are many. */
export async function countRecords({ tx }: Pick<ReadContext, "tx">): Promise<number> {
  const { rows } = await sql<{ records: number }>`
    select case
      when c.reltuples > ${COUNTED_RECORDS} then c.reltuples::int
      else (select count(*)::int from published.contact where merged_into_id is null)
    end as records
    from pg_class as c where c.oid = 'public.contact'::regclass`.execute(tx);
  return rows[0]?.records ?? 0;
}

/** How many contacts go by each of these names, by the order in which names are sorted and spelt out. */
export async function countNamesakes(
  { tx }: Pick<ReadContext, "tx">,
  names: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await sql<{ name: string; count: number }>`
    select n.name, (
      select count(*)::int from published.contact as c
      where c.name_sort = n.sort and c.name = n.name and c.merged_into_id is null
    ) as count
    from unnest(${names.map((name) => name)}::text[], ${names.map(sortName)}::text[]) as n (name, sort)`.execute(tx);
  return new Map(rows.map(({ name, count }) => [name, count]));
}
