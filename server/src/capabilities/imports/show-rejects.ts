import type { RejectedRow } from "@tongzhou/contract/imports";
import type { Viewing } from "../../platform/access/acting.ts";
import { cutPage, decodeCursor } from "../../platform/paging/keyset.ts";
import { NotAllowed } from "../../platform/problems/refusal.ts";
import { broughtIt } from "./imports.access.ts";
import type { Bringer } from "./imports.access.ts";
import { listRejected } from "./queries/import-rows.ts";
import type { BegunImport } from "./queries/import-rows.ts";
import { requireBegun } from "./show-imports.ts";

const ORDER = "row";

/** Rows that an import kept out. @throws NotFound; NotAllowed `import_not_yours`; Invalid `cursor_invalid`. */
export async function showRejects(
  context: Pick<Viewing, "tx"> & { readonly viewer: Bringer },
  importId: string,
  { cursor, limit }: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: RejectedRow[]; nextCursor?: string }> {
  await requireOwn(context, importId);
  const [after] = cursor === undefined ? [0] : decodeCursor(ORDER, cursor, 1);
  const rows = await listRejected(context, importId, Number(after), limit + 1);
  return cutPage(rows, limit, ORDER, (row) => [row.rowNumber]);
}

/** The import, when the viewer brought its file. @throws NotFound; NotAllowed `import_not_yours`. */
export async function requireOwn(
  context: Pick<Viewing, "tx"> & { readonly viewer: Bringer },
  importId: string,
): Promise<BegunImport> {
  const begun = await requireBegun(context, importId);
  if (!broughtIt(context.viewer, begun.startedById)) throw new NotAllowed("import_not_yours", { name: begun.name });
  return begun;
}
