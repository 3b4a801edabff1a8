import type { Pool } from "pg";

/**
 * Whether nobody has worked in a migrated database yet: nothing but migrations ever wrote to it, and nobody can sign in.
 * An empty database may take the demo or a backup.
 */
export async function isEmptyDatabase(pool: Pool): Promise<boolean> {
  if (await isSomethingIn(pool, "public.operation", "kind <> 'migration'")) return false;
  return !(await isSomethingIn(pool, 'auth."user"', "true"));
}

async function isSomethingIn(pool: Pool, table: string, condition: string): Promise<boolean> {
  const { rows: tables } = await pool.query<{ found: boolean }>("select to_regclass($1) is not null as found", [table]);
  if (tables[0]?.found !== true) return false;
  const { rows } = await pool.query<{ found: boolean }>(
    `select exists (select from ${table} where ${condition}) as found`,
  );
  return rows[0]?.found === true;
}
