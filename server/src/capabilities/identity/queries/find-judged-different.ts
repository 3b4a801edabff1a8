import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/**
 * Which of these contacts somebody said to be two people, they themselves or anybody merged into them.
 * @returns the two ids of each, the lower first, a blank between.
 */
export async function findJudgedDifferent(
  { tx }: Pick<ReadContext, "tx">,
  contactIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ key: string }>`
    with recursive below as (
      select c.id as root, c.id from published.contact as c where c.id = any(${[...contactIds]}::uuid[])
      union
      select below.root, c.id from published.contact as c join below on c.merged_into_id = below.id
    )
    select distinct least(a.root, b.root) || ' ' || greatest(a.root, b.root) as key
    from below as a
    join duplicate_pair as d on d.first_id = a.id and d.verdict = 'different'
    join below as b on b.id = d.second_id`.execute(tx);
  return new Set(rows.map(({ key }) => key));
}
