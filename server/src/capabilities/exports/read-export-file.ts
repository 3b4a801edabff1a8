import { Readable } from "node:stream";
import type { Viewing } from "../../platform/access/acting.ts";
import { findFile } from "../../platform/files/find-file.ts";
import { readFile } from "../../platform/files/read-file.ts";
import type { House } from "../../platform/ledger/context.ts";
import { NotAllowed, Refused } from "../../platform/problems/refusal.ts";
import type { ExportNeighbours } from "./source-named.ts";
import { fileState, requireExport } from "./show-exports.ts";

/**
 * The file of an export.
 * @throws NotFound; NotAllowed `export_not_yours`; Refused `export_not_ready`, `export_outdated`, `export_expired`.
 */
export async function readExportFile(
  { pool }: Pick<House, "pool">,
  context: Viewing,
  id: string,
  neighbours: ExportNeighbours,
): Promise<{ name: string; mediaType: string; bytes: Readable }> {
  const stored = await requireExport(context, id);
  const state = fileState(stored, context.viewer, context.now, neighbours);
  if (state === "mayNot" || stored.personId !== context.viewer.personId) throw new NotAllowed("export_not_yours");
  if (state === "none" || stored.fileId === null) throw new Refused("export_not_ready");
  if (state === "outdated") throw new Refused("export_outdated");
  const file = await findFile(pool, stored.fileId);
  if (state === "expired" || !file) throw new Refused("export_expired");
  return { name: file.name, mediaType: file.mediaType, bytes: Readable.from(readFile(pool, file.id)) };
}
