import { ImportSettings } from "@tongzhou/contract/import-settings";
import type { ImportResult, ImportRow } from "@tongzhou/contract/imports";
import type { Viewing } from "../../platform/access/acting.ts";
import { readLongOperations } from "../../platform/jobs/list-long-operations.ts";
import type { LongOperationView } from "../../platform/jobs/list-long-operations.ts";
import type { Context, House } from "../../platform/ledger/context.ts";
import { cutPage, decodeCursor } from "../../platform/paging/keyset.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { readCounts, readReasons } from "./domain/import-counts.ts";
import { broughtIt } from "./imports.access.ts";
import { findSeenFile } from "./queries/file-rows.ts";
import { countLeadsByPlace, findBegun, listBegun } from "./queries/import-rows.ts";
import type { BegunImport } from "./queries/import-rows.ts";

const ORDER = "-created";

/** Imports, the newest first, those that were undone included. @throws Invalid `cursor_invalid`. */
export async function showImports(
  { pool }: Pick<House, "pool">,
  context: Pick<Viewing, "tx">,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: ImportRow[]; nextCursor?: string }> {
  const after = cursor === undefined ? undefined : decodeCursor(ORDER, cursor, 2).map(String);
  const begun = await listBegun(context, limit, after && [after[0] ?? "", after[1] ?? ""]);
  const page = cutPage(begun, limit, ORDER, (row) => [row.createdAt.toISOString(), row.id]);
  const runs = await readLongOperations(
    pool,
    page.rows.map(({ id }) => id),
  );
  return { ...page, rows: page.rows.map((row) => rowOf(row, runs.get(row.id))) };
}

/** One import in the list. @throws NotFound. */
export async function showImportRow(
  { pool }: Pick<House, "pool">,
  context: Pick<Viewing, "tx">,
  id: string,
): Promise<ImportRow> {
  const begun = await requireBegun(context, id);
  return rowOf(begun, (await readLongOperations(pool, [id])).get(id));
}

/** One import with what it made and where its leads are now. @throws NotFound. */
export async function showImport(
  { pool }: { readonly pool: Parameters<typeof readLongOperations>[0] },
  context: Pick<Viewing, "tx" | "viewer">,
  id: string,
): Promise<ImportResult> {
  const begun = await requireBegun(context, id);
  const run = (await readLongOperations(pool, [id])).get(id);
  const counts = run?.counts ?? {};
  return {
    ...rowOf(begun, run),
    error: run?.error ?? null,
    startedAt: run?.startedAt?.toISOString() ?? null,
    finishedAt: run?.finishedAt?.toISOString() ?? null,
    // Those of an older import lack what could not be chosen then.
    settings: ImportSettings.parse(begun.settings),
    header: [...begun.header],
    isSheet: typeof (await findSeenFile(pool, begun.fileId))?.workbookId === "string",
    newContacts: counts["newContacts"] ?? 0,
    newAccounts: counts["newAccounts"] ?? 0,
    leads: await countLeadsByPlace(context, id),
    rejectedByReason: readReasons(counts),
    mayReadFile: broughtIt(context.viewer, begun.startedById),
  };
}

/** @throws NotFound. */
export async function requireBegun(context: Pick<Context, "tx">, id: string): Promise<BegunImport> {
  const begun = await findBegun(context, id);
  if (!begun) throw new NotFound();
  return begun;
}

function rowOf(begun: BegunImport, run: LongOperationView | undefined): ImportRow {
  const { id, name, object, mode, campaignId, campaignName, startedById, startedByName, createdAt } = begun;
  return {
    id,
    name,
    object,
    mode,
    campaignId,
    campaignName,
    startedById,
    startedByName,
    createdAt: createdAt.toISOString(),
    state: run?.state ?? "queued",
    done: run?.done ?? 0,
    total: run?.total ?? 0,
    counts: readCounts(run?.counts ?? {}),
    undone: run?.undone ?? false,
  };
}
