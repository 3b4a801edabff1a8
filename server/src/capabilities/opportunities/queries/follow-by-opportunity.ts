import { sql } from "kysely";
import type { FollowRule } from "../../../platform/access/following.ts";

/** The owner of an opportunity follows its account (R-ACC-1); a lost one makes nobody follow any more. */
export const followAccountByOpportunity: FollowRule = {
  by: (whose, alias) => sql`exists (
    select
    from opportunity as followed
    where followed.account_id = ${sql.ref(`${alias}.id`)}
      and followed.outcome is distinct from 'lost'
      and ${whose.holds({ owner: "followed.owner_id" })}
  )`,
  ids: (whose) => sql`
    select followed.account_id
    from opportunity as followed
    where followed.outcome is distinct from 'lost' and ${whose.holds({ owner: "followed.owner_id" })}`,
  owners: (alias) => sql`array(
    select followed.owner_id
    from opportunity as followed
    where followed.account_id = ${sql.ref(`${alias}.id`)} and followed.outcome is distinct from 'lost'
  )`,
  pools: () => sql`'{}'::uuid[]`,
};

/** The owner of an opportunity follows the people on it (R-ACC-3). */
export const followContactByOpportunity: FollowRule = {
  by: (whose, alias) => sql`exists (
    select
    from opportunity_contact as takes_part
    join opportunity as followed on followed.id = takes_part.opportunity_id
    where takes_part.contact_id = ${sql.ref(`${alias}.id`)}
      and followed.outcome is distinct from 'lost'
      and ${whose.holds({ owner: "followed.owner_id" })}
  )`,
  ids: (whose) => sql`
    select takes_part.contact_id
    from opportunity_contact as takes_part
    join opportunity as followed on followed.id = takes_part.opportunity_id
    where followed.outcome is distinct from 'lost' and ${whose.holds({ owner: "followed.owner_id" })}`,
  owners: (alias) => sql`array(
    select followed.owner_id
    from opportunity_contact as takes_part
    join opportunity as followed on followed.id = takes_part.opportunity_id
    where takes_part.contact_id = ${sql.ref(`${alias}.id`)} and followed.outcome is distinct from 'lost'
  )`,
  pools: () => sql`'{}'::uuid[]`,
};
