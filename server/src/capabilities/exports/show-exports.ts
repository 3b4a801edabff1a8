import type { ExportRow } from "@tongzhou/contract/exports";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { readLongOperations } from "../../platform/jobs/list-long-operations.ts";
import type { LongOperationView } from "../../platform/jobs/list-long-operations.ts";
import type { Queryable } from "../../platform/jobs/queue-jobs.ts";
import { cutPage, decodeCursor } from "../../platform/paging/keyset.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { sourceNamed } from "./source-named.ts";
import type { ExportNeighbours } from "./source-named.ts";
import { headOf } from "./head-of.ts";
import { mayExport, maySeeExportOf } from "./exports.access.ts";
import { findExport, findExports } from "./exports.queries.ts";
import type { StoredExport } from "./exports.queries.ts";

const ORDER = "-made";

type Asking = Pick<Viewing, "tx" | "viewer" | "now">;

/** Exports, the newest first. @throws Invalid `cursor_invalid`. */
export async function showExports(
  queryable: Queryable,
  context: Asking,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
  neighbours: ExportNeighbours,
): Promise<{ rows: ExportRow[]; nextCursor?: string }> {
  const after = cursor === undefined ? undefined : decodeCursor(ORDER, cursor, 2).map(String);
  const found = await findExports(context, context.viewer, limit + 1, after && [after[0] ?? "", after[1] ?? ""]);
  const page = cutPage(found, limit, ORDER, ({ at, id }) => [at.toISOString(), id]);
  const runs = await readLongOperations(
    queryable,
    page.rows.map(({ id }) => id),
  );
  return { ...page, rows: page.rows.map((row) => rowOf(row, runs.get(row.id), context, neighbours)) };
}

/** One export. @throws NotFound also for one of somebody whose exports the viewer may not see. */
export async function showExport(
  queryable: Queryable,
  context: Asking,
  id: string,
  neighbours: ExportNeighbours,
): Promise<ExportRow> {
  const stored = await requireExport(context, id);
  return rowOf(stored, (await readLongOperations(queryable, [id])).get(id), context, neighbours);
}

/** @throws NotFound also for one of somebody whose exports the viewer may not see. */
export async function requireExport({ tx, viewer }: Pick<Viewing, "tx" | "viewer">, id: string): Promise<StoredExport> {
  const stored = await findExport({ tx }, id);
  if (!stored || !maySeeExportOf(viewer, stored.personId)) throw new NotFound();
  return stored;
}

/** Whether the file may be fetched: by its maker, while it is kept and they may still export such records. */
export function fileState(
  { personId, object, fileId, expiresAt, outdated }: StoredExport,
  viewer: Viewer,
  now: Date,
  neighbours: ExportNeighbours,
): ExportRow["file"] {
  if (fileId === null || expiresAt === null) return "none";
  if (expiresAt <= now) return "expired";
  if (outdated) return "outdated";
  return personId === viewer.personId && mayExport(viewer, sourceNamed(neighbours, object)) ? "ready" : "mayNot";
}

function rowOf(
  stored: StoredExport,
  run: LongOperationView | undefined,
  { viewer, now }: Asking,
  neighbours: ExportNeighbours,
): ExportRow {
  const { id, object, format, filter, search, chosen, columns, personId, personName, at, rows, size, expiresAt } =
    stored;
  const source = sourceNamed(neighbours, object);
  return {
    id,
    object,
    format,
    filter,
    search,
    chosen,
    columns: columns.flatMap((column) => headOf(source, column, viewer) ?? []),
    person: { id: personId, name: personName },
    at: at.toISOString(),
    state: run?.state ?? "done",
    done: run?.done ?? rows ?? 0,
    ...(run?.total === undefined ? {} : { total: run.total }),
    rows,
    size,
    expiresAt: expiresAt?.toISOString() ?? null,
    file: fileState(stored, viewer, now, neighbours),
  };
}
