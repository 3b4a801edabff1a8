import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

/** Any number that no other use of advisory locks has. */
const MATCHING_LOCK = 845_711;
const KIND = "identity.match_contacts";

/** Whoever begins a matching waits for whoever else does just now. */
export async function lockMatching({ client }: Pick<Context, "client">): Promise<void> {
  await client.query("select pg_advisory_xact_lock($1)", [MATCHING_LOCK]);
}

/** The matching of all contacts that waits, runs, or was paused. */
export async function findOpenMatching({ tx }: Pick<ReadContext, "tx">): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from published.long_operation
    where kind = ${KIND} and state in ('queued', 'running', 'paused', 'stopping')
    order by id desc limit 1`.execute(tx);
  return rows[0]?.id;
}

/** The last matching of all contacts that was begun, whatever became of it. */
export async function findLastMatching({ tx }: Pick<ReadContext, "tx">): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id from published.long_operation where kind = ${KIND} order by id desc limit 1`.execute(tx);
  return rows[0]?.id;
}

/** Whether there is a matching of all contacts with this id. */
export async function isMatching({ tx }: Pick<ReadContext, "tx">, id: string): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from published.long_operation where id = ${id}::uuid and kind = ${KIND}) as found`.execute(
    tx,
  );
  return rows[0]?.found === true;
}
