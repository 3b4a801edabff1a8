import type { PoolClient } from "pg";
import { finalTable } from "./build-finals.ts";
import { createdTable } from "./gather-effects.ts";
import { quoted } from "./read-catalogue.ts";
import type { Catalogue, LedgerTable, LedgerUnique } from "./read-catalogue.ts";

/**
 * Marks as conflicts what would break a rule of the database if it went back: a check of the row, a key that somebody
 * else holds by now, a reference to a row that is no longer there. All columns of the broken rule stay together.
 * @returns how many conflicts were added.
 */
export async function findBrokenRules(
  client: PoolClient,
  table: LedgerTable,
  catalogue: Catalogue,
  created: ReadonlySet<string>,
  restoring: ReadonlySet<string>,
): Promise<number> {
  let added = 0;
  for (const check of table.checks) {
    added += await markBroken(
      client,
      table,
      "check",
      check.columns,
      `select id from ${finalTable(table.name)} where (${check.condition}) is false`,
    );
  }
  for (const unique of table.uniques) {
    added += await markBroken(
      client,
      table,
      "taken",
      unique.columns,
      heldByOthers(table.name, unique, created.has(table.name)),
    );
  }
  for (const { column, target } of table.foreignKeys) {
    if (!catalogue.has(target)) continue;
    added += await markBroken(
      client,
      table,
      "missing",
      [column],
      missingTargets(table.name, column, target, restoring.has(target)),
    );
  }
  return added;
}

async function markBroken(
  client: PoolClient,
  table: LedgerTable,
  reason: string,
  columns: readonly string[],
  brokenRows: string,
): Promise<number> {
  const updates = await client.query(
    `update undo_update set conflict = $2
     where table_name = $1 and conflict is null and column_name = any ($3) and row_id in (${brokenRows})`,
    [table.name, reason, columns],
  );
  const deletes = await client.query(
    `update undo_delete set conflict = $2
     where table_name = $1 and conflict is null and row_id in (${brokenRows})`,
    [table.name, reason],
  );
  return (updates.rowCount ?? 0) + (deletes.rowCount ?? 0);
}

/** Final rows whose unique key another row will hold as well. */
function heldByOthers(table: string, unique: LedgerUnique, hasCreated: boolean): string {
  const keys = unique.keys.map((key, place) => `${key} as k${place}`).join(", ");
  const where = unique.predicate === null ? "true" : `(${unique.predicate})`;
  const same = unique.keys
    .map((_, place) =>
      unique.nullsNotDistinct ? `f.k${place} is not distinct from o.k${place}` : `f.k${place} = o.k${place}`,
    )
    .join(" and ");
  const leaving = hasCreated
    ? `and id not in (select id from ${createdTable(table)} except select row_id from undo_keep where table_name = '${table}')`
    : "";
  return `
    select f.id
    from (select id, ${keys} from ${finalTable(table)} where ${where}) as f
    join (
      select id, ${keys} from ${quoted(table)}
      where ${where} and id not in (select id from ${finalTable(table)}) ${leaving}
      union all
      select id, ${keys} from ${finalTable(table)} where ${where}
    ) as o on ${same} and o.id <> f.id`;
}

/** Final rows that would refer to a row that is neither there nor coming back. */
function missingTargets(table: string, column: string, target: string, targetComesBack: boolean): string {
  const comingBack = targetComesBack
    ? `and not exists (select from ${finalTable(target)} as b where b.id = f.${quoted(column)})`
    : "";
  return `
    select f.id
    from ${finalTable(table)} as f
    where f.${quoted(column)} is not null
      and not exists (select from ${quoted(target)} as t where t.id = f.${quoted(column)}) ${comingBack}`;
}
