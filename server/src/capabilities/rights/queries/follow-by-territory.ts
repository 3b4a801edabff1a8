import { sql } from "kysely";
import type { SqlBool } from "kysely";
import type { FollowRule } from "../../../platform/access/following.ts";
import { liesIn } from "./lies-in.ts";

const NOBODY = sql`'{}'::uuid[]`;
const NOTHING = sql`select null::uuid where false`;

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
