import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { FollowRule } from "../../../platform/access/following.ts";

const NOBODY = sql`'{}'::uuid[]`;
const NOTHING = sql`select null::uuid where false`;

/** Whether a company lies in the territory of a row called `rule`. */
export const liesIn = (alias: string): RawBuilder<SqlBool> => {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql<SqlBool>`published.account_in_territory(
    ${column("kind")}, ${column("region_code")}, ${column("industry_code")}, ${column("size_band")}, rule
  )`;
};

/**
 * Companies in one's territories, for grants with that scope: whoever works there reaches them without following them. The rules
 * are few and looked at row by row.
 */
export const accountByTerritory: FollowRule = {
  by: ({ holderIds }, alias) =>
    holderIds.size === 0
      ? sql<SqlBool>`false`
      : sql<SqlBool>`exists (
          select from territory as rule where rule.id = any(${[...holderIds]}::uuid[]) and ${liesIn(alias)}
        )`,
  ids: ({ holderIds }) =>
    holderIds.size === 0
      ? NOTHING
      : sql`
        select lies.id
        from territory as rule
        join published.account as lies on ${liesIn("lies")}
        where rule.id = any(${[...holderIds]}::uuid[])`,
  owners: () => NOBODY,
  pools: () => NOBODY,
  territories: (alias) => sql`published.territories_of(${sql.ref(`${alias}.id`)})`,
};
