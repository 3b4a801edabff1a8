import type { ImportPreview } from "@tongzhou/contract/imports";
import type { Viewing } from "../../platform/access/acting.ts";
import { findFile } from "../../platform/files/find-file.ts";
import { readLongOperations } from "../../platform/jobs/list-long-operations.ts";
import type { House } from "../../platform/ledger/context.ts";
import { Conflict } from "../../platform/problems/refusal.ts";
import { requireCompany } from "../people/index.ts";
import { zoneClock } from "../../platform/time/zone-clock.ts";
import { broughtIt } from "./imports.access.ts";
import { findSeenFile } from "./queries/file-rows.ts";
import { findImportsOf } from "./queries/import-rows.ts";

/** The last import of the very same content that has not been undone. */
export async function findSameImport(
  { pool }: Pick<House, "pool">,
  context: Pick<Viewing, "tx">,
  fileId: string,
): Promise<ImportPreview["importedBefore"]> {
  const hash = (await findSeenFile(pool, fileId))?.contentHash;
  if (hash === undefined || hash === null) return null;
  const same = await findImportsOf(context, hash);
  const runs = await readLongOperations(
    pool,
    same.map(({ id }) => id),
  );
  const standing = same.find(({ id }) => runs.get(id)?.undone !== true);
  if (!standing) return null;
  return { id: standing.id, createdAt: standing.createdAt.toISOString(), startedByName: standing.startedByName };
}

/** Whoever sends a corrected file twice is told before it counts twice. @throws Conflict `import_same_file`. */
export async function refuseSameFile(
  house: Pick<House, "pool">,
  context: Pick<Viewing, "tx" | "viewer">,
  fileId: string,
): Promise<void> {
  const file = await findFile(house.pool, fileId);
  // What stands in the file of somebody else is not told; beginning it is refused.
  if (!file || !broughtIt(context.viewer, file.createdBy)) return;
  const before = await findSameImport(house, context, fileId);
  if (before === null) return;
  const { timeZone } = await requireCompany(context);
  const at = new Date(zoneClock(timeZone).wallAt(Date.parse(before.createdAt)))
    .toISOString()
    .slice(0, 16)
    .replace("T", " ");
  throw new Conflict("import_same_file", {
    name: file.name,
    at,
    who: before.startedByName ?? "—",
    importId: before.id,
  });
}
