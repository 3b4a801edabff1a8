import type { FunnelDimension } from "@tongzhou/contract/insights";
import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";

const TABLES = {
  campaign: sql`published.campaign`,
  team: sql`published.team`,
  productLine: sql`published.product_line`,
} as const;

/** What the keys of groups are called; a source is its own name. */
export async function findGroupNames(
  { tx }: Pick<ReadContext, "tx">,
  by: FunnelDimension,
  keys: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  if (by === "none" || keys.length === 0) return new Map();
  if (by === "source") return new Map(keys.map((key) => [key, key]));
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from ${TABLES[by]} where id = any(${[...keys]}::uuid[])`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
