import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import type { Pool, PoolClient } from "pg";
import type { ReadContext } from "../ledger/context.ts";

const BYTES = 32;

/**
 * A secret of the house by name, made by the first process that asks and shared by all: `session` signs the cookies,
 * others key hashes of what must not be kept. It never leaves the database and the processes.
 */
export async function readSecret(pool: Pick<Pool | PoolClient, "query">, name: string): Promise<string> {
  await pool.query("insert into auth.secret (name, value) values ($1, $2) on conflict do nothing", [
    name,
    randomBytes(BYTES).toString("base64url"),
  ]);
  const { rows } = await pool.query<{ value: string }>("select value from auth.secret where name = $1", [name]);
  const value = rows[0]?.value;
  if (value === undefined) throw new Error(`the secret ${name} vanished`);
  return value;
}

/** The same for a reader, who makes none: undefined as long as nobody has asked for it to be made. */
export async function findSecret({ tx }: Pick<ReadContext, "tx">, name: string): Promise<string | undefined> {
  const { rows } = await sql<{ value: string }>`select value from auth.secret where name = ${name}`.execute(tx);
  return rows[0]?.value;
}
