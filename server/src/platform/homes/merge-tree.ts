import { sql } from "kysely";
import type { Context, ReadContext } from "../ledger/context.ts";

/** A table whose records may go on as each other: `merged_into_id` says as whom. */
export type MergeTree = "contact" | "account";

/** The record and everything that was merged into it, by any number of steps. */
export async function homesBelow(
  { tx }: Pick<ReadContext, "tx">,
  tree: MergeTree,
  recordId: string,
): Promise<string[]> {
  const table = sql.table(tree);
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from ${table} where id = ${recordId}::uuid
      union
      select c.id from ${table} as c join below on c.merged_into_id = below.id
    )
    select id from below order by id`.execute(tx);
  return rows.map(({ id }) => id);
}

/** The record that goes on for this one, and those between; the last is not merged. Itself first. */
export async function pathToSurvivor(
  { tx }: Pick<ReadContext, "tx">,
  tree: MergeTree,
  recordId: string,
): Promise<string[]> {
  const table = sql.table(tree);
  const { rows } = await sql<{ id: string }>`
    with recursive above as (
      select id, merged_into_id, 1 as step from ${table} where id = ${recordId}::uuid
      union all
      select c.id, c.merged_into_id, above.step + 1 from ${table} as c join above on c.id = above.merged_into_id
    )
    select id from above order by step`.execute(tx);
  return rows.map(({ id }) => id);
}

export async function setMergedInto(
  { client }: Context,
  tree: MergeTree,
  recordId: string,
  survivorId: string | null,
): Promise<void> {
  await client.query(`update ${tree} set merged_into_id = $2 where id = $1`, [recordId, survivorId]);
}
