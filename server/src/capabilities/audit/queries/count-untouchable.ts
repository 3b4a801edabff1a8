import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import { may } from "../../../platform/access/viewer.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import { auditedRecordOf, auditedTable } from "../../../platform/ledger/audited-table.ts";
import type { AuditedRecord } from "../../../platform/ledger/audited-table.ts";
import { finalTable } from "../../../platform/ledger/undo/build-finals.ts";
import type { PlannedUndo } from "../../../platform/ledger/undo/undo-operation.ts";
import { withinRights } from "./within-rights.ts";

/** How rows of a table lead to records of another. */
interface Path {
  readonly record: AuditedRecord;
  /** The record's id, told from a row called `f`. */
  readonly id: RawBuilder<unknown>;
}

/**
 * How many rows an undo would give other values, or put back, on records that the viewer may not edit: neither as they are
 * nor as they would be again (who passed a lead on may take that back). Rows that the operation made and nobody changed
 * since do not count: what one brought one may take away.
 */
export async function countUntouchable(viewer: Viewer, { tx, plan }: PlannedUndo): Promise<number> {
  const restoring = new Set(plan.restoring.map(({ name }) => name));
  let count = 0;
  for (const table of restoring) {
    for (const { record, id } of pathsFrom(table)) {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count
        from ${sql.raw(finalTable(table))} as f
        where ${id} is not null
          and not ${mayEdit(viewer, record, id, restoring)}`.execute(tx);
      count += rows[0]?.count ?? 0;
    }
  }
  return count;
}

/** The viewer may edit the record as it is, or as it comes back. A record that comes back whole: they deleted it. */
function mayEdit(
  viewer: Viewer,
  record: AuditedRecord,
  id: RawBuilder<unknown>,
  restoring: ReadonlySet<string>,
): RawBuilder<SqlBool> {
  const { table, object, ownAreFree } = record;
  const allowed = withinRights(viewer, record, "edit");
  const now = sql<SqlBool>`exists (select from ${sql.table(table)} as r where r.id = ${id} and ${allowed})`;
  if (!restoring.has(table)) return now;
  const returning = ownAreFree || may(viewer, object, "edit") || may(viewer, object, "delete") ? sql`true` : sql`false`;
  return sql<SqlBool>`(${now} or exists (
    select from ${sql.raw(finalTable(table))} as r
    where r.id = ${id} and (${allowed} or (r.restored_columns is null and ${returning}))))`;
}

function pathsFrom(table: string): Path[] {
  const record = auditedRecordOf(table);
  if (record) return [{ record, id: sql`f.id` }];
  return climb(table, (column) => sql`f.${sql.ref(column)}`);
}

/** From a part up to its records: `(select a.lead_id from assignment as a where a.id = f.assignment_id)`. */
function climb(table: string, column: (name: string) => RawBuilder<unknown>): Path[] {
  const part = auditedTable(table);
  if (!part || !("of" in part)) return [];
  return part.of.flatMap((parent) => {
    const id = column(parent.column);
    const record = auditedRecordOf(parent.table);
    if (record) return [{ record, id }];
    return climb(
      parent.table,
      (name) => sql`(select a.${sql.ref(name)} from ${sql.table(parent.table)} as a where a.id = ${id})`,
    );
  });
}
