import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

export async function insertSuppressions({ client, newId, now }: Context, hashes: readonly string[]): Promise<void> {
  await client.query(
    `insert into suppression (id, hash, at)
     select id, hash, $3 from unnest($1::uuid[], $2::text[]) as s (id, hash)
     on conflict (hash) do nothing`,
    [hashes.map(() => newId()), hashes, now.toISOString()],
  );
}

export async function findSuppressions(
  { tx }: Pick<ReadContext, "tx">,
  hashes: readonly string[],
): Promise<Map<string, Date>> {
  const { rows } = await sql<{ hash: string; at: Date }>`
    select hash, at from suppression where hash = any(${[...hashes]}::text[])`.execute(tx);
  return new Map(rows.map(({ hash, at }) => [hash, at]));
}
