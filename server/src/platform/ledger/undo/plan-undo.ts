import type { PoolClient } from "pg";
import { buildFinals, tablesToRestore } from "./build-finals.ts";
import { findBrokenRules } from "./find-broken-rules.ts";
import { findScope } from "./find-scope.ts";
import type { ScopeRoot } from "./find-scope.ts";
import { gatherEffects } from "./gather-effects.ts";
import { holdTogether } from "./hold-together.ts";
import { markChanged } from "./mark-changed.ts";
import { narrowToDeleted } from "./narrow-to-deleted.ts";
import type { DeletedRows } from "./narrow-to-deleted.ts";
import { readCatalogue } from "./read-catalogue.ts";
import type { Catalogue, LedgerTable } from "./read-catalogue.ts";
import { spreadKeeps } from "./spread-keeps.ts";

/** Clocks of two machines may differ; images are looked for from this long before the operation on. */
const CLOCK_SKEW_MS = 24 * 3_600_000;

/** What undoing would do; its rows are in the temporary tables of the transaction it was made in. */
export interface UndoPlan {
  readonly root: ScopeRoot;
  readonly operations: number;
  readonly catalogue: Catalogue;
  readonly created: readonly LedgerTable[];
  readonly restoring: readonly LedgerTable[];
}

/**
 * Works out what goes back and what stays, to a fixed point: every conflict may make another rule break or another row
 * needed, never fewer, so it ends. Large scopes are planned without nested loops over stale statistics.
 * @param only brings back these deleted rows and leaves everything else as it is.
 */
export async function planUndo(client: PoolClient, root: ScopeRoot, only?: DeletedRows): Promise<UndoPlan> {
  const since = new Date(root.at.getTime() - CLOCK_SKEW_MS);
  const catalogue = await readCatalogue(client);
  const operations = await findScope(client, root.id);
  const gathered = await gatherEffects(client, catalogue, since);
  if (only) await narrowToDeleted(client, catalogue, gathered, only);
  const created = only ? [] : gathered;
  await markChanged(client, created, since);
  const createdNames = new Set(created.map((table) => table.name));
  for (;;) {
    await holdTogether(client, catalogue);
    const restoring = await tablesToRestore(client, catalogue);
    const restoringNames = new Set(restoring.map((table) => table.name));
    for (const table of restoring) await buildFinals(client, table);
    let conflicts = 0;
    for (const table of restoring) {
      conflicts += await findBrokenRules(client, table, catalogue, createdNames, restoringNames);
    }
    if (conflicts > 0) continue;
    let kept = 0;
    for (let more = 1; more > 0; kept += more) more = await spreadKeeps(client, catalogue, created, restoringNames);
    if (kept === 0) return { root, operations, catalogue, created, restoring };
  }
}
