import type { Holder, Pool } from "@tongzhou/contract/lead-stages";
import type { PoolClient } from "pg";
import { insertNewRows } from "../../../platform/database/insert-rows.ts";
import type { Context } from "../../../platform/ledger/context.ts";

/** The ids of the pools, asked by what they are. */
export class PoolIds {
  readonly #ids: ReadonlyMap<string, string>;

  constructor(pools: readonly { id: string; kind: string; teamId: string | null }[]) {
    this.#ids = new Map(pools.map(({ id, kind, teamId }) => [keyOf(kind, teamId), id]));
  }

  has(pool: Pool, teamId: string | null): boolean {
    return this.#ids.has(keyOf(pool, teamId));
  }

  /** The columns `pool_id` and `owner_id` of a holder. */
  columnsOf(holder: Holder | null): { ownerId: string | null; poolId: string | null; poolKind: Pool | null } {
    if (holder === null) return { ownerId: null, poolId: null, poolKind: null };
    if (holder.kind === "owner") return { ownerId: holder.ownerId, poolId: null, poolKind: null };
    const poolId = this.#ids.get(keyOf(holder.pool, holder.teamId));
    if (poolId === undefined) throw new Error(`there is no pool ${keyOf(holder.pool, holder.teamId)}`);
    return { ownerId: null, poolId, poolKind: holder.pool };
  }
}

const keyOf = (kind: string, teamId: string | null): string => `${kind} ${teamId ?? ""}`;

/** The pools, with a public one made for each of these holders' teams that has none yet. */
export async function poolsFor(context: Context, holders: readonly (Holder | null)[]): Promise<PoolIds> {
  const known = await readPoolIds(context.client);
  const missing = new Set(
    holders.flatMap((holder) =>
      holder?.kind === "pool" && holder.teamId !== null && !known.has(holder.pool, holder.teamId)
        ? [holder.teamId]
        : [],
    ),
  );
  if (missing.size === 0) return known;
  await insertPublicPools(context, [...missing]);
  return readPoolIds(context.client);
}

async function readPoolIds(client: PoolClient): Promise<PoolIds> {
  const { rows } = await client.query<{ id: string; kind: string; teamId: string | null }>({
    name: "read-pools",
    text: `select id, kind, team_id as "teamId" from pool`,
  });
  return new PoolIds(rows);
}

/** Gives each of these teams its public pool, unless it has one. @returns how many were new. */
export async function insertPublicPools(context: Context, teamIds: readonly string[]): Promise<number> {
  return insertNewRows(
    context.client,
    "pool",
    { id: "uuid", kind: "text", team_id: "uuid" },
    teamIds.toSorted().map((teamId) => ({ id: context.newId(), kind: "public", team_id: teamId })),
  );
}
