import type { AuditChange } from "@tongzhou/contract/audit";
import type { Viewing } from "../../platform/access/acting.ts";
import { auditedRecordOf } from "../../platform/ledger/audited-table.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { presentChanges } from "./present-changes.ts";
import { readHistoryOf } from "./queries/read-changes.ts";
import { seeRows } from "./see-rows.ts";

/**
 * One page of everything that was changed in a record and in the rows that belong to it (R-ACC-8).
 * @throws NotFound when there is no such record, or none that the viewer may read.
 */
export async function showHistory(
  viewing: Viewing,
  object: string,
  recordId: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: AuditChange[]; nextCursor?: string }> {
  const record = { table: object, rowId: recordId };
  if (!auditedRecordOf(object)) throw new NotFound();
  const sight = await seeRows(viewing, [{ ...record, values: [], own: false }]);
  if (!sight.recordOf(record)) throw new NotFound();
  const { rows, ...more } = await readHistoryOf(viewing, object, recordId, page);
  return { ...more, rows: (await presentChanges(viewing, rows)).rows };
}
