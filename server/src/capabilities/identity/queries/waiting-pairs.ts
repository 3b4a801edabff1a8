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

/** The pairs that wait for somebody who may edit both sides; a side that was merged is asked about by who goes on for it. */
const waiting = (viewer: Viewing["viewer"]) => sql`
  from duplicate_pair as p
  join published.contact as first_side on first_side.id = p.first_id and first_side.merged_into_id is null
  join published.contact as second_side on second_side.id = p.second_id and second_side.merged_into_id is null
  where p.verdict is distinct from 'different'
    and ${scopePredicate(viewer, CONTACT, "edit", "first_side")}
    and ${scopePredicate(viewer, CONTACT, "edit", "second_side")}`;

const companyOf = (side: string) => sql`(
  select a.name from published.membership as m join published.account as a on a.id = m.account_id and a.merged_into_id is null
  where m.contact_id = ${sql.ref(side)}.id and m.until is null
  order by m.since desc, m.id desc limit 1)`;

/** The likeliest pairs first, those put off behind all others. */
export async function listWaitingPairs({ tx, viewer }: Viewing, most: number): Promise<WaitingPair[]> {
  const { rows } = await sql<WaitingPair>`
    select p.id, first_side.id as "firstId", first_side.name as "firstName", ${companyOf("first_side")} as "firstCompany",
      second_side.id as "secondId", second_side.name as "secondName", ${companyOf("second_side")} as "secondCompany",
      e.probability, p.verdict is not null as "isLater"
    from (
      select p.id, p.first_id, p.second_id, p.verdict ${waiting(viewer)}
    ) as p
    join published.contact as first_side on first_side.id = p.first_id
    join published.contact as second_side on second_side.id = p.second_id
    left join duplicate_evidence as e on e.pair_id = p.id
    order by p.verdict is not null, e.probability desc nulls last, p.id
    limit ${most}`.execute(tx);
  return rows;
}

/** How many of them nobody has put off. */
export async function countWaitingPairs({ tx, viewer }: Viewing): Promise<number> {
  const { rows } = await sql<{ waiting: number }>`
    select count(*)::int as waiting ${waiting(viewer)} and p.verdict is null`.execute(tx);
  return rows[0]?.waiting ?? 0;
}
