import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { Whose } from "../../../platform/access/access-object.ts";
import type { FollowRule } from "../../../platform/access/following.ts";

const NOBODY = sql`'{}'::uuid[]`;
const NOTHING = sql`select null::uuid where false`;

/**
 * The rule as two readings of one set: what was given to the few within reach is worked out once a statement, and each row is
 * looked up in it; where nothing was given, nothing is asked.
 */
const bySet = (set: (whose: Whose) => RawBuilder<unknown> | null): Pick<FollowRule, "by" | "ids"> => ({
  by(whose, alias) {
    const ids = set(whose);
    return ids === null ? sql<SqlBool>`false` : sql<SqlBool>`${sql.ref(`${alias}.id`)} in (${ids})`;
  },
  ids: (whose) => set(whose) ?? NOTHING,
});

const heldBy = (alias: string, ids: ReadonlySet<string>): RawBuilder<SqlBool> => {
  const held = [...ids];
  return sql<SqlBool>`(${sql.ref(`${alias}.person_id`)} = any(${held}::uuid[]) or ${sql.ref(`${alias}.team_id`)} = any(${held}::uuid[]))`;
};

/** Accounts on which a right was given, and all below them until one is set there for the same holder. */
function accountsGiven({ holderIds, lookerIds }: Whose): RawBuilder<unknown> | null {
  const levels = [
    ...(holderIds.size === 0 ? [] : [sql`(given.level = 'follow' and ${heldBy("given", holderIds)})`]),
    ...(lookerIds.size === 0 ? [] : [sql`(given.level = 'view' and ${heldBy("given", lookerIds)})`]),
  ];
  if (levels.length === 0) return null;
  return sql`(
    with recursive reached as (
      select given.account_id, coalesce(given.person_id, given.team_id) as holder_id
      from account_right as given
      where given.until is null and (${sql.join(levels, sql` or `)})
      union
      select child.id, reached.holder_id
      from reached
      join published.account as child on child.parent_id = reached.account_id
      where not exists (
        select from account_right as set_there
        where set_there.account_id = child.id
          and set_there.until is null
          and coalesce(set_there.person_id, set_there.team_id) = reached.holder_id
      )
    )
    select reached.account_id from reached
  )`;
}

/** Who was given the right to follow or to look at an account. */
export const accountByRight: FollowRule = {
  ...bySet(accountsGiven),
  owners: () => NOBODY,
  pools: () => NOBODY,
  holders: (alias) => sql`published.account_given(${sql.ref(`${alias}.id`)}, 'follow')`,
  lookers: (alias) => sql`published.account_given(${sql.ref(`${alias}.id`)}, 'view')`,
};

const helping = (select: RawBuilder<unknown>, { lookerIds }: Whose): RawBuilder<unknown> | null =>
  lookerIds.size === 0
    ? null
    : sql`
      select ${select}
      from opportunity_collaborator as helps
      join published.opportunity as helped on helped.id = helps.opportunity_id
      where helps.until is null and helps.person_id = any(${[...lookerIds]}::uuid[])`;

/** Who collaborates on an opportunity looks at its account. */
export const accountByCollaborating: FollowRule = {
  ...bySet((whose) => helping(sql`helped.account_id`, whose)),
  owners: () => NOBODY,
  pools: () => NOBODY,
  lookers: (alias) => sql`array(
    select helps.person_id
    from published.opportunity as helped
    join opportunity_collaborator as helps on helps.opportunity_id = helped.id and helps.until is null
    where helped.account_id = ${sql.ref(`${alias}.id`)}
  )`,
};

/** Who collaborates on an opportunity looks at it. */
export const opportunityByCollaborating: FollowRule = {
  ...bySet((whose) => helping(sql`helped.id`, whose)),
  owners: () => NOBODY,
  pools: () => NOBODY,
  lookers: (alias) => sql`array(
    select helps.person_id
    from opportunity_collaborator as helps
    where helps.opportunity_id = ${sql.ref(`${alias}.id`)} and helps.until is null
  )`,
};
