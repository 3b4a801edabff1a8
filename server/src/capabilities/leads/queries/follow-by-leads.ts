import { sql } from "kysely";
import type { SqlBool } from "kysely";
import type { FollowRule, UnfollowedRule } from "../../../platform/access/following.ts";

const OPEN = sql`followed.stage not in ('converted', 'disqualified')`;

const byLead = (column: "contact_id" | "account_id"): FollowRule => ({
  by: (whose, alias) => sql<SqlBool>`exists (
    select
    from lead as followed
    where ${sql.ref(`followed.${column}`)} = ${sql.ref(`${alias}.id`)}
      and ${OPEN}
      and ${whose.holds({ owner: "followed.owner_id", pool: "followed.pool_id" })}
  )`,
  ids: (whose) => sql`
    select ${sql.ref(`followed.${column}`)}
    from lead as followed
    where ${OPEN}
      and ${sql.ref(`followed.${column}`)} is not null
      and ${whose.holds({ owner: "followed.owner_id", pool: "followed.pool_id" })}`,
  owners: (alias) => sql`array(
    select distinct followed.owner_id
    from lead as followed
    where ${sql.ref(`followed.${column}`)} = ${sql.ref(`${alias}.id`)} and ${OPEN} and followed.owner_id is not null
  )`,
  pools: (alias) => sql`array(
    select distinct followed.pool_id
    from lead as followed
    where ${sql.ref(`followed.${column}`)} = ${sql.ref(`${alias}.id`)} and ${OPEN} and followed.pool_id is not null
  )`,
});

/** A contact is followed by whoever holds one of its open leads (R-ACC-3). */
export const contactByLead = byLead("contact_id");

/** So is an account, by the open leads of its people. */
export const accountByLead = byLead("account_id");

/** A contact nobody follows yet is followed by the members of the `sdr` pool. */
export const byTheSdrPool: UnfollowedRule = {
  by: (whose) =>
    sql<SqlBool>`exists (select from pool as waiting where waiting.kind = 'sdr' and ${whose.holds({ pool: "waiting.id" })})`,
  pools: () => sql`array(select waiting.id from pool as waiting where waiting.kind = 'sdr')`,
};
