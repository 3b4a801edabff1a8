import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { AccessObject } from "../../../platform/access/access-object.ts";
import type { Viewing } from "../../../platform/access/acting.ts";
import { fieldReach } from "../../../platform/access/field-access.ts";
import type { FieldLevel } from "../../../platform/access/grants.ts";
import { reachPredicate } from "../../../platform/access/scope-predicate.ts";
import type { AuditedRecord } from "../../../platform/ledger/audited-table.ts";
import { withinRights } from "./within-rights.ts";

/** What the viewer may see of one record. */
export interface RecordRights {
  readonly readable: boolean;
  /** By governed field. */
  readonly fields: Readonly<Record<string, FieldLevel>>;
}

/** The action by which an object is seen: settings without an action `read` are seen by who may edit them. */
export const seeingAction = (object: AccessObject): string => (object.actions.includes("read") ? "read" : "edit");

/** The viewer's rights to records that exist, in one statement; others are not in the answer. */
export async function readRights(
  { tx, viewer }: Viewing,
  record: AuditedRecord,
  ids: readonly string[],
): Promise<Map<string, RecordRights>> {
  const { table, object } = record;
  const level = (field: string): RawBuilder<unknown> => sql`case
    when ${reachPredicate(fieldReach(viewer, object, field, "read"), object.belonging, "r")} then 'read'
    when ${reachPredicate(fieldReach(viewer, object, field, "masked"), object.belonging, "r")} then 'masked'
    else 'hidden' end`;
  const fields = Object.keys(viewer.snapshot.governedFields(object));
  const { rows } = await sql<{ id: string; readable: boolean | null; fields: Record<string, FieldLevel> }>`
    select
      r.id,
      ${withinRights(viewer, record, seeingAction(object))} as readable,
      ${fields.length === 0 ? sql`'{}'::jsonb` : sql`jsonb_object(${fields}::text[], array[${sql.join(fields.map(level))}]::text[])`} as fields
    from ${sql.table(table)} as r
    where r.id = any(${[...ids]}::uuid[])`.execute(tx);
  return new Map(rows.map((row) => [row.id, { readable: row.readable === true, fields: row.fields }]));
}
