import { sql } from "kysely";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewing } from "../../../platform/access/acting.ts";
import { CONTACT } from "../../contacts/index.ts";

export interface WaitingPair {
  readonly id: string;
  readonly firstId: string;
  readonly firstName: string | null;
  readonly firstCompany: string | null;
  readonly secondId: string;
  readonly secondName: string | null;
  readonly secondCompany: string | null;
  readonly probability: number | null;
  readonly isLater: boolean;
}

/** How contacts are matched, as far as it says what waits. */
export interface WaitingFrom {
  /** From how many bits on a pair that matching found is put up. */
  readonly leastBits: number;
  readonly prior: number;
}

/** Both sides go on, since a side that was merged is asked about by who goes on for it; and somebody may edit both. */
const sides = (viewer: Viewing["viewer"]) => sql`
  join published.contact as first_side on first_side.id = p.first_id and first_side.merged_into_id is null
    and ${scopePredicate(viewer, CONTACT, "edit", "first_side")}
  join published.contact as second_side on second_side.id = p.second_id and second_side.merged_into_id is null
    and ${scopePredicate(viewer, CONTACT, "edit", "second_side")}`;

/** What matching found and nobody has judged. */
const found = (viewer: Viewing["viewer"], leastBits: number) => sql`
  from match_pair as p
  ${sides(viewer)}
  where p.bits >= ${leastBits}
    and not exists (select from duplicate_pair as d where d.first_id = p.first_id and d.second_id = p.second_id)`;

/** Such powers of two that their sums with others are numbers still. */
const MOST_BITS = 900;

const companyOf = (side: string) => sql`(
  select a.name from published.membership as m join published.account as a on a.id = m.account_id and a.merged_into_id is null
  where m.contact_id = ${sql.ref(side)}.id and m.until is null
  order by m.since desc, m.id desc limit 1)`;

/** The likeliest pairs first, those put off behind all others. */
export async function listWaitingPairs(
  { tx, viewer }: Viewing,
  { leastBits, prior }: WaitingFrom,
  most: number,
): Promise<WaitingPair[]> {
  const { rows } = await sql<WaitingPair>`
    select p.id, first_side.id as "firstId", first_side.name as "firstName", ${companyOf("first_side")} as "firstCompany",
      second_side.id as "secondId", second_side.name as "secondName", ${companyOf("second_side")} as "secondCompany",
      p.probability, p.later as "isLater"
    from (
      select * from (
        (
          select p.id, p.first_id, p.second_id, p.verdict is not null as later, e.probability::double precision
          from duplicate_pair as p
          ${sides(viewer)}
          left join duplicate_evidence as e on e.pair_id = p.id
          where p.verdict is distinct from 'different'
        )
        union all
        (
          select p.id, p.first_id, p.second_id, false, 1 / (1 + power(2::double precision, least(-(p.bits + ${prior}), ${MOST_BITS})))
          ${found(viewer, leastBits)}
          order by p.bits desc, p.id
          limit ${most}
        )
      ) as p
      order by later, probability desc nulls last, id
      limit ${most}
    ) as p
    join published.contact as first_side on first_side.id = p.first_id
    join published.contact as second_side on second_side.id = p.second_id
    order by p.later, p.probability desc nulls last, p.id`.execute(tx);
  return rows;
}

/** How many of them nobody has put off; of those that matching found so many at most are counted. */
export async function countWaitingPairs(
  { tx, viewer }: Viewing,
  { leastBits }: WaitingFrom,
  most: number,
): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select (
      (select count(*) from duplicate_pair as p ${sides(viewer)} where p.verdict is null)
      + (select count(*) from (select p.id ${found(viewer, leastBits)} limit ${most}) as counted)
    )::int as waiting`.execute(tx);
  return rows[0]?.waiting ?? 0;
}
