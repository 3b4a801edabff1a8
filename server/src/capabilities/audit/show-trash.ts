import type { TrashRow } from "@tongzhou/contract/audit";
import type { Viewing } from "../../platform/access/acting.ts";
import { auditedRecordOf } from "../../platform/ledger/audited-table.ts";
import { operationKindNamed } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { isOwn } from "./audit.access.ts";
import { presentRecord } from "./column-of.ts";
import { nameActors } from "./name-actors.ts";
import { listTrash } from "./queries/list-trash.ts";
import { seeRows } from "./see-rows.ts";

/**
 * One page of the deleted records of an object that can come back: those the viewer deleted, and those they might read if
 * they were still there. A page may be shorter than asked for.
 * @throws NotFound when there is no such object.
 */
export async function showTrash(
  viewing: Viewing,
  object: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: TrashRow[]; nextCursor?: string }> {
  if (!auditedRecordOf(object)) throw new NotFound();
  const { rows, ...more } = await listTrash(viewing, object, page);
  const deletions = rows.filter(({ kind }) => operationKindNamed(kind).notUndoable === undefined);
  const sight = await seeRows(
    viewing,
    deletions.map((row) => ({ table: object, rowId: row.rowId, values: [], own: isOwn(viewing.viewer, row) })),
  );
  const nameActor = await nameActors(viewing, deletions);
  const shown = deletions.flatMap((row): TrashRow[] => {
    const record = sight.recordOf({ table: object, rowId: row.rowId });
    if (!record) return [];
    const { operationId, kind, at, together } = row;
    return [
      { record: presentRecord(record), operationId, kind, actor: nameActor(row), at: at.toISOString(), together },
    ];
  });
  return { ...more, rows: shown };
}
