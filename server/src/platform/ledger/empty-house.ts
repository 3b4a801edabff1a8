import type { PoolClient } from "pg";
import { escapeIdentifier } from "pg";
import type { Context } from "./context.ts";

/** Whoever works in the house meanwhile is waited for so long; then nothing is done. */
const LOCK_LIMIT = "15s";

/**
 * Empties the house in the transaction of the operation: afterwards it is as after the first start. What goes leaves no
 * images, so nothing of it is in the trash, in the audit or anywhere else. A table whose comment says `remains` keeps its
 * rows, as far as they point at nothing that goes: roles with their grants stay, the views of a person do not. What stays
 * was made by the house itself from then on, because whoever made it is gone. Cannot be undone.
 * @param heirId in whose name the operation is entered, because whoever acts goes with the rest; null takes the operation
 * back, too, so that the house counts as never used.
 * @throws the database's error 55P03 when somebody holds a record for longer than 15 s.
 */
export async function emptyHouse(
  { client, operationId }: Pick<Context, "client" | "operationId">,
  heirId: string | null,
): Promise<void> {
  await client.query(
    `select set_config('lock_timeout', '${LOCK_LIMIT}', true), set_config('tongzhou.emptying', 'on', true),
       set_config('tongzhou.images', 'off', true)`,
  );
  await client.query("set constraints all deferred");
  const plan = planEmptying(await readTables(client), await readReferences(client));
  for (const { from, column } of plan.pointing) {
    await client.query(`delete from ${escapeIdentifier(from)} where ${escapeIdentifier(column)} is not null`);
  }
  await client.query(`truncate ${plan.truncated.map(escapeIdentifier).join(", ")}`);
  for (const table of plan.deleted) await client.query(`delete from ${escapeIdentifier(table)}`);
  await forgetOperations(client, operationId, plan.kept);
  // Signing in stays possible meanwhile: the library works on connections of its own, which a lock on its tables would stop.
  for (const table of ["session", "apikey", "verification", "account", "user"]) {
    await client.query(`delete from auth.${escapeIdentifier(table)}`);
  }
  // What a worker holds just now finds nothing of its records and ends.
  await client.query("delete from graphile_worker._private_jobs where locked_at is null");
  await (heirId === null
    ? client.query("delete from operation where id = $1", [operationId])
    : client.query("update operation set actor_id = $2 where id = $1", [operationId, heirId]));
  await client.query(
    "select set_config('lock_timeout', '0', true), set_config('tongzhou.emptying', '', true), set_config('tongzhou.images', '', true)",
  );
}

interface HouseTable {
  readonly name: string;
  readonly remains: boolean;
  readonly ledgered: boolean;
}

interface Reference {
  readonly from: string;
  readonly to: string;
  readonly column: string;
}

interface EmptyingPlan {
  /** Columns of tables that remain, by which their rows point at what goes. */
  readonly pointing: readonly Reference[];
  readonly truncated: readonly string[];
  /** What tables that remain refer to cannot be truncated, even where no row does. */
  readonly deleted: readonly string[];
  /** Tables that remain and know the operations of their rows. */
  readonly kept: readonly string[];
}

function planEmptying(tables: readonly HouseTable[], references: readonly Reference[]): EmptyingPlan {
  const remaining = new Set(tables.filter(({ remains }) => remains).map(({ name }) => name));
  const pointing = references.filter(({ from, to }) => remaining.has(from) && !remaining.has(to));
  const deleted = new Set(pointing.map(({ to }) => to));
  for (const table of deleted) {
    for (const { from, to } of references) if (from === table && !remaining.has(to)) deleted.add(to);
  }
  return {
    pointing,
    truncated: tables.map(({ name }) => name).filter((name) => !remaining.has(name) && !deleted.has(name)),
    deleted: [...deleted],
    kept: tables.filter(({ remains, ledgered }) => remains && ledgered).map(({ name }) => name),
  };
}

async function readTables(client: PoolClient): Promise<HouseTable[]> {
  const { rows } = await client.query<{ name: string; comment: string; ledgered: boolean }>(`
    select c.relname::text as name, coalesce(obj_description(c.oid, 'pg_class'), '') as comment,
      exists (select from pg_attribute as a where a.attrelid = c.oid and a.attname = 'operation_id' and not a.attisdropped) as ledgered
    from pg_class as c
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
    order by c.relname`);
  return rows.map(({ name, comment, ledgered }) => ({
    name,
    ledgered,
    remains: comment
      .slice(0, comment.indexOf("."))
      .split(",")
      .some((trait) => trait.trim() === "remains"),
  }));
}

async function readReferences(client: PoolClient): Promise<Reference[]> {
  const { rows } = await client.query<Reference>(`
    select f.relname::text as "from", t.relname::text as "to", a.attname::text as "column"
    from pg_constraint as c
    join pg_class as f on f.oid = c.conrelid and not f.relispartition
    join pg_class as t on t.oid = c.confrelid
    join pg_attribute as a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'f' and f.relnamespace = 'public'::regnamespace
    order by f.relname, t.relname, a.attname`);
  return rows;
}

/** Leaves the operations of migrations, this one, and those that made what stays, now without a name or a cause. */
async function forgetOperations(client: PoolClient, operationId: string, kept: readonly string[]): Promise<void> {
  const made = kept.map((table) => `select operation_id from ${escapeIdentifier(table)}`).join(" union ");
  await client.query(
    `update operation
     set actor_kind = 'system', actor_id = null, summary = '{}', parent_id = null, cause_id = null, undoes_id = null
     where id <> $1 and source <> 'migration' and id in (${made})`,
    [operationId],
  );
  await client.query(
    `delete from operation where id <> $1 and source <> 'migration' and not (id = any(array(${made})))`,
    [operationId],
  );
}
