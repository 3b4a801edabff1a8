import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** Such powers of two that their sums with others are numbers still. */
const MOST_BITS = 900;

/**
 * How many pairs nobody has decided lie between these bits, and how many of them are expected to be one: the sum of their
 * probabilities.
 * @param cuts ascending; band 0 is below the first.
 */
export async function countPairsByBits(
  { tx }: Pick<ReadContext, "tx">,
  cuts: readonly number[],
  prior: number,
): Promise<Map<number, { pairs: number; matches: number }>> {
  const { rows } = await sql<{ band: number; pairs: number; matches: number }>`
    select width_bucket(p.bits, ${[...cuts]}::double precision[]) as band, count(*)::int as pairs,
      sum(1 / (1 + power(2::double precision, least(-(p.bits + ${prior}), ${MOST_BITS})))) as matches
    from (
      select p.first_id, p.second_id, e.bits::double precision
      from duplicate_pair as p join duplicate_evidence as e on e.pair_id = p.id
      where p.verdict is distinct from 'different'
      union all
      select p.first_id, p.second_id, p.bits::double precision
      from match_pair as p
      where not exists (select from duplicate_pair as d where d.first_id = p.first_id and d.second_id = p.second_id)
    ) as p
    join published.contact as f on f.id = p.first_id and f.merged_into_id is null
    join published.contact as s on s.id = p.second_id and s.merged_into_id is null
    group by band`.execute(tx);
  return new Map(rows.map(({ band, ...counted }) => [band, counted]));
}
