import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { FollowRule } from "../../../platform/access/following.ts";
import { accountFollowing } from "../../accounts/index.ts";

/** Who typed a contact in, or was given it, follows it. */
export const contactByOwner: FollowRule = {
  by: (whose, alias) => whose.holds({ owner: `${alias}.owner_id` }),
  ids: (whose) =>
    sql`select owned.id from published.contact as owned where ${whose.holds({ owner: "owned.owner_id" })}`,
  owners: (alias) => sql`array_remove(array[${sql.ref(`${alias}.owner_id`)}], null)`,
  pools: () => sql`'{}'::uuid[]`,
};

/** The accounts that a contact is in now. */
const accountsOf = (alias: string): RawBuilder<unknown> => sql`
  published.membership as belongs
  join published.account as employer on employer.id = belongs.account_id
  where belongs.contact_id = ${sql.ref(`${alias}.id`)} and belongs.until is null`;

const holding = (alias: string, ids: RawBuilder<unknown>): RawBuilder<unknown> => sql`array(
  select distinct held.id
  from (select ${ids} as ids from ${accountsOf(alias)}) as account_of
  cross join unnest(account_of.ids) as held (id)
)`;

/** A contact is followed by whoever follows an account it is in (R-ACC-3). */
export const contactByAccount: FollowRule = {
  by: (whose, alias) => sql<SqlBool>`exists (
    select
    from ${accountsOf(alias)}
      and (${whose.holds({ owner: "employer.owner_id" })} or ${accountFollowing.related(whose, "employer")})
  )`,
  ids: (whose) => {
    const owned = sql`select employer.id from published.account as employer where ${whose.holds({ owner: "employer.owner_id" })}`;
    return sql`
      select belongs.contact_id
      from published.membership as belongs
      where belongs.until is null
        and belongs.account_id in (${sql.join([owned, ...accountFollowing.relatedIds(whose)], sql` union all `)})`;
  },
  owners: (alias) =>
    holding(alias, sql`array_remove(array[employer.owner_id], null) || ${accountFollowing.owners("employer")}`),
  pools: (alias) => holding(alias, accountFollowing.pools("employer")),
  holders: (alias) => holding(alias, accountFollowing.holders("employer")),
  lookers: (alias) => holding(alias, accountFollowing.lookers("employer")),
  territories: (alias) => holding(alias, accountFollowing.territories("employer")),
};
