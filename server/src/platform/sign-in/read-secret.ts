import { randomBytes } from "node:crypto";
import type { Pool } from "pg";

const BYTES = 32;

/**
 * A secret of the house by name, made by the first process that asks and shared by all: `session` signs the cookies,
 * others key hashes of what must not be kept. It never leaves the database and the processes.
 */
export async function readSecret(pool: Pool, name: string): Promise<string> {
  await pool.query("insert into auth.secret (name, value) values ($1, $2) on conflict do nothing", [
    name,
    randomBytes(BYTES).toString("base64url"),
  ]);
  const { rows } = await pool.query<{ value: string }>("select value from auth.secret where name = $1", [name]);
  const value = rows[0]?.value;
  if (value === undefined) throw new Error(`the secret ${name} vanished`);
  return value;
}
