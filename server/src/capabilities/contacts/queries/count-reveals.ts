import type { PoolClient } from "pg";
import { createdTable } from "../../../platform/ledger/undo/gather-effects.ts";
import type { UndoPlan } from "../../../platform/ledger/undo/plan-undo.ts";

/** How often somebody has looked behind a mask of the contacts that an undo is about to take away. */
export async function countReveals(client: PoolClient, { root, created }: UndoPlan): Promise<number> {
  if (!created.some(({ name }) => name === "contact")) return 0;
  const { rows } = await client.query<{ count: number }>(
    `select count(*)::int as count
     from published.reveal
     where object = 'contact'
       and at >= $1
       and record_id in (select id from ${createdTable("contact")})`,
    [root.at],
  );
  return rows[0]?.count ?? 0;
}
