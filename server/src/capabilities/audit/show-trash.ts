import type { TrashRow } from "@tongzhou/contract/audit";
import type { Viewing } from "../../platform/access/acting.ts";
import { auditedRecordOf, auditedTables } from "../../platform/ledger/audited-table.ts";
import { operationKindNamed } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { isOwn, mayUndoOf } from "./audit.access.ts";
import { presentRecord } from "./column-of.ts";
import { nameActors } from "./name-actors.ts";
import { listTrash } from "./queries/list-trash.ts";
import { seeRows } from "./see-rows.ts";

export interface TrashQuestion {
  /** Table of the records; without it, all. */
  readonly object?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/**
 * One page of the deleted records that can come back: those the viewer deleted, and those they might read if they were
 * still there. A page may be shorter than asked for.
 * @throws NotFound when there is no such object.
 */
export async function showTrash(
  viewing: Viewing,
  { object, ...asked }: TrashQuestion,
): Promise<{ rows: TrashRow[]; nextCursor?: string }> {
  if (object !== undefined && !auditedRecordOf(object)) throw new NotFound();
  const tables = object === undefined ? recordTables() : [object];
  const { rows, ...more } = await listTrash(viewing, { ...asked, tables });
  const deletions = rows.filter(({ kind }) => operationKindNamed(kind).notUndoable === undefined);
  const sight = await seeRows(
    viewing,
    deletions.map((row) => ({ table: row.table, rowId: row.rowId, values: [], own: isOwn(viewing.viewer, row) })),
  );
  const nameActor = await nameActors(viewing, deletions);
  const shown = deletions.flatMap((row): TrashRow[] => {
    const record = sight.recordOf(row);
    if (!record) return [];
    const { operationId, kind, at, together } = row;
    const mayRestore = isOwn(viewing.viewer, row) || mayUndoOf(viewing.viewer, row);
    return [
      {
        record: presentRecord(record),
        operationId,
        kind,
        actor: nameActor(row),
        at: at.toISOString(),
        together,
        mayRestore,
      },
    ];
  });
  return { ...more, rows: shown };
}

/** Every table of records, in the order of their names. */
const recordTables = (): string[] =>
  auditedTables()
    .flatMap((audited) => ("object" in audited ? [audited.table] : []))
    .toSorted();
