import type { AuditRecord, AuditValue } from "@tongzhou/contract/audit";
import { auditedTable } from "../../platform/ledger/audited-table.ts";
import type { RowImage } from "../../platform/ledger/audited-table.ts";
import type { FieldLevel } from "../../platform/access/grants.ts";
import type { RowRef } from "./queries/read-images.ts";
import type { SeenRecord, Sight } from "./see-rows.ts";

/** Columns of every table that say nothing to a reader. */
const SILENT = new Set(["id", "operation_id"]);

/** A record as lists name it, without what was looked up about it. */
export const presentRecord = ({ object, id, title }: SeenRecord): AuditRecord => ({ object, id, title });

/** Shows values of one column as the viewer may see them; undefined: the column does not exist for them (R-ACC-4). */
export function columnOf(
  sight: Sight,
  row: RowRef,
  record: SeenRecord,
  column: string,
): ((value: string | null | undefined) => AuditValue | null) | undefined {
  const declared = auditedTable(row.table);
  if (!declared || SILENT.has(column) || declared.silent?.includes(column)) return undefined;
  const field = governedField(declared.governed?.[column], sight.imageOf(row) ?? {});
  const level = levelOf(sight, record, field);
  if (level === "hidden") return undefined;
  const governed = sight.viewer.snapshot.governedFields(record.declared.object);
  const mask = level === "masked" && field !== undefined ? governed[field] : undefined;
  return (value) => {
    if (value === undefined) return null;
    if (value === null) return { value, label: null, masked: false };
    if (mask) return { value: maskedText(mask(value)), label: null, masked: true };
    return { value, label: sight.labelOf(row.table, column, value), masked: false };
  };
}

/** Whether the whole row is a field that does not exist for the viewer (R-ACC-4). */
export function isHiddenRow(sight: Sight, row: RowRef, record: SeenRecord): boolean {
  const declared = auditedTable(row.table);
  const image = sight.imageOf(row);
  if (!declared || !("of" in declared) || !declared.governedRow || !image) return false;
  return levelOf(sight, record, declared.governedRow(image)) === "hidden";
}

function levelOf(sight: Sight, { declared, rights }: SeenRecord, field: string | undefined): FieldLevel {
  if (field === undefined || !sight.viewer.snapshot.governs(declared.object, field)) return "read";
  return rights.fields[field] ?? "hidden";
}

type Governed = NonNullable<NonNullable<ReturnType<typeof auditedTable>>["governed"]>[string];

function governedField(governed: Governed | undefined, image: RowImage): string | undefined {
  return typeof governed === "function" ? governed(image) : governed;
}

/** A mask that leaves nothing of a value leaves only that there is one. */
const maskedText = (masked: unknown): string | null => (typeof masked === "string" ? masked : null);
