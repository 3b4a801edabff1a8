import { buffer } from "node:stream/consumers";
import { Readable } from "node:stream";
import { MAX_ROWS_EXPORTED_AT_ONCE } from "@tongzhou/contract/exports";
import type { Acting } from "../../platform/access/acting.ts";
import { storeFile } from "../../platform/files/store-file.ts";
import { beginLongOperation } from "../../platform/jobs/begin-long-operation.ts";
import type { House } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { countChosen } from "../../platform/lists/count-chosen.ts";
import type { ExportSource } from "../../platform/lists/export-source.ts";
import { Invalid } from "../../platform/problems/refusal.ts";
import { requireCompany } from "../people/index.ts";
import { exportRequestOf } from "./export-request-of.ts";
import type { ExportOrder } from "./export-request-of.ts";
import { sourceNamed } from "./source-named.ts";
import type { ExportNeighbours } from "./source-named.ts";
import { EXPORT_FILE, expiryOf, finishExport, insertExport } from "./exports.queries.ts";
import { exportList } from "./exports.jobs.ts";
import { writeExport } from "./write-export.ts";

/** What left the house does not come back. Each waits with a whole file in memory, so a few at a time. */
export const EXPORT_LIST = operationKind("list.export", { notUndoable: "undo.export", atOnce: 3 });

/**
 * Exports a list as it stands: at once up to 5,000 rows, above in the background. Who, what and how many is kept with the
 * operation.
 * @returns the id of the export.
 * @throws Invalid for a column that is not offered, and what the filter or the sort is refused for.
 */
export async function beginExport(
  house: Pick<House, "clock" | "newId">,
  context: Acting,
  order: ExportOrder,
  neighbours: ExportNeighbours,
): Promise<string> {
  const { viewer, operationId } = context;
  const source = sourceNamed(neighbours, order.object);
  requireOffered(source, context, order);
  const company = await requireCompany(context);
  const { list, choice } = source.chosen(viewer, exportRequestOf(order).choice);
  const count = await countChosen(list, choice, context, company, MAX_ROWS_EXPORTED_AT_ONCE + 1);
  await insertExport(context, order, viewer.personId);
  await context.summarise({ object: order.object, format: order.format, count });
  if (count > MAX_ROWS_EXPORTED_AT_ONCE) {
    const { personId, permissions } = viewer;
    const request = { order, personId, permissions: permissions === null ? null : [...permissions] };
    return beginLongOperation(context, exportList(neighbours), { request, position: {} });
  }
  let rows = 0;
  const written = writeExport(order, source, context, company, (so) => void (rows = so));
  const bytes = await buffer(Readable.from(written.bytes));
  const file = await storeFile(
    { ...house, pool: context.client },
    { name: written.name, mediaType: written.mediaType, purpose: EXPORT_FILE, createdBy: viewer.personId },
    Readable.from([bytes]),
  );
  await finishExport(context, operationId, {
    rows,
    fileId: file.id,
    size: file.size,
    expiresAt: expiryOf(context.now),
  });
  await context.summarise({ count: rows });
  return operationId;
}

function requireOffered(source: ExportSource, { viewer }: Acting, { columns }: ExportOrder): void {
  const offered = source.offered(viewer).map(({ id }) => id);
  if (columns.every((id) => offered.includes(id))) return;
  throw new Invalid([{ pointer: "/columns", code: "field.not_offered", params: { allowed: offered } }]);
}
