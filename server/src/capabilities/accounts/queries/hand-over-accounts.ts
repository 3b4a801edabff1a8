import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** How many accounts somebody owns. */
export async function countHeldAccounts({ tx }: Pick<ReadContext, "tx">, ownerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from account where owner_id = ${ownerId}::uuid`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Gives the next of them to somebody else, by id. @returns which changed hands. */
export async function giveHeldAccounts(
  { tx }: Context,
  { fromId, toId, most }: { readonly fromId: string; readonly toId: string; readonly most: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update account
    set owner_id = ${toId}::uuid
    where id in (
      select id from account where owner_id = ${fromId}::uuid order by id limit ${most}
    )
    returning id`.execute(tx);
  return rows.map(({ id }) => id).toSorted();
}
