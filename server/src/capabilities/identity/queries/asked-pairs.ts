import { sql } from "kysely";

/**
 * All pairs that somebody may be asked about: those that are kept, and those that matching found and nobody has judged. A
 * pair that is both is the kept one.
 */
export const ASKED = sql`(
  select id, first_id, second_id, found_by, at, verdict from duplicate_pair
  union all
  select m.id, m.first_id, m.second_id, 'matcher', m.found_at, null
  from match_pair as m
  where not exists (select from duplicate_pair as p where p.first_id = m.first_id and p.second_id = m.second_id)
)`;
