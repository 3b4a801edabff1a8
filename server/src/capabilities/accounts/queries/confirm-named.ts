import { sql } from "kysely";
import type { Context } from "../../../platform/ledger/context.ts";

/** Confirms the accounts among these that are not yet. @returns which. */
export async function confirmNamed({ tx }: Context, accountIds: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with named as (
      select id from account where id = any(${[...new Set(accountIds)]}::uuid[]) and not confirmed order by id for update
    )
    update account
    set confirmed = true
    from named
    where account.id = named.id
    returning account.id`.execute(tx);
  return rows.map(({ id }) => id);
}
