import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/** How many opportunities somebody owns. */
export async function countHeldOpportunities({ tx }: Pick<ReadContext, "tx">, ownerId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count from opportunity where owner_id = ${ownerId}::uuid`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** The next of them by id. */
export async function findHeldOpportunities(
  { tx }: Pick<ReadContext, "tx">,
  ownerId: string,
  most: number,
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select id from opportunity where owner_id = ${ownerId}::uuid order by id limit ${most}`.execute(tx);
  return rows.map(({ id }) => id);
}
