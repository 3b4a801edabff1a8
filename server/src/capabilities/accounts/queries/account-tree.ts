import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import type { FollowRule } from "../../../platform/access/following.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Context } from "../../../platform/ledger/context.ts";
import { ACCOUNT } from "../accounts.access.ts";

/** Whose account nobody owns but somebody above it does: inherited until one is set there (R-ACC-1). */
const inheritedOwner = (alias: string): RawBuilder<unknown> => sql`case
  when ${sql.ref(`${alias}.owner_id`)} is null and ${sql.ref(`${alias}.parent_id`)} is not null
  then published.account_nearest_owner(${sql.ref(`${alias}.parent_id`)})
end`;

/** Who owns a company follows those below it, as far as they have no owner of their own. */
export const accountByGroup: FollowRule = {
  by: (whose, alias) => sql`(
    ${sql.ref(`${alias}.owner_id`)} is null
    and ${sql.ref(`${alias}.parent_id`)} is not null
    and exists (
      select from (select ${inheritedOwner(alias)} as owner_id) as inherits where ${whose.holds({ owner: "inherits.owner_id" })}
    )
  )`,
  ids: (whose) => sql`(
    with recursive inherits as (
      select child.id
      from account as owned
      join account as child on child.parent_id = owned.id
      where child.owner_id is null and ${whose.holds({ owner: "owned.owner_id" })}
      union
      select child.id
      from inherits
      join account as child on child.parent_id = inherits.id
      where child.owner_id is null
    )
    select inherits.id from inherits
  )`,
  owners: (alias) => sql`array_remove(array[${inheritedOwner(alias)}], null)`,
  pools: () => sql`'{}'::uuid[]`,
};

/** A fact of the nearest company above that has one, with whose it is. */
export const inheritedFact = (
  { viewer }: Pick<Viewing, "viewer">,
  column: "owner_id" | "industry_code" | "tier",
): RawBuilder<unknown> => sql`case when account.${sql.ref(column)} is null and account.parent_id is not null then (
  select jsonb_build_object(
    'value', above.${sql.ref(column)},
    'from', jsonb_build_object(
      'id', above.id,
      'name', case when ${scopePredicate(viewer, ACCOUNT, "read", "above")} then above.name end
    )
  )
  from published.account_line(account.parent_id) as line
  join account as above on above.id = line.id
  where above.${sql.ref(column)} is not null
  order by line.depth
  limit 1
) end`;

/**
 * Takes the turn of whoever changes trees, then locks the company that moves and the one it goes below, by their ids, so that
 * two that move at once come one after the other.
 * @returns under which company the first stands now; undefined when it is gone.
 */
export async function lockForMove(
  { tx }: Context,
  id: string,
  toId: string | null,
): Promise<{ parentId: string | null } | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('account.parent_id'))`.execute(tx);
  const { rows } = await sql<{ id: string; parentId: string | null }>`
    select id, parent_id as "parentId"
    from account
    where id in (${id}::uuid, ${toId}::uuid)
    order by id
    for update`.execute(tx);
  const found = rows.find((row) => row.id === id);
  return found && { parentId: found.parentId };
}

/** Whether a company is another one or stands somewhere below it. */
export async function isAtOrBelow({ tx }: Pick<Context, "tx">, id: string, aboveId: string): Promise<boolean> {
  const { rows } = await sql`
    select from published.account_line(${id}::uuid) as line where line.id = ${aboveId}::uuid`.execute(tx);
  return rows.length > 0;
}

/** Puts a company under another, or at the top. */
export async function setParent({ tx }: Context, id: string, parentId: string | null): Promise<void> {
  await tx.updateTable("account").set({ parent_id: parentId }).where("id", "=", id).execute();
}
