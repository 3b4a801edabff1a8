import type { EnrichmentSource, ReferenceFile } from "@tongzhou/contract/enrichment";
import type { Viewing } from "../../platform/access/acting.ts";
import { breakerState } from "./domain/breaker.ts";
import { readHealth } from "./queries/health-rows.ts";
import { findReferenceFiles } from "./queries/reference-rows.ts";
import type { StoredReferenceFile } from "./queries/reference-rows.ts";
import { countFilled, findSources } from "./queries/source-rows.ts";

/** Who is asked about companies, in the order in which they are believed, and how that goes. */
export async function showSources(viewing: Viewing): Promise<EnrichmentSource[]> {
  const sources = await findSources(viewing);
  const ids = sources.map(({ id }) => id);
  const health = await readHealth(viewing);
  const filled = await countFilled(viewing);
  const files = await presentFiles(viewing, await findReferenceFiles(viewing, ids));
  return sources.map((source) => {
    const how = health.get(source.id);
    const state = how === undefined ? "well" : breakerState(how, viewing.now);
    const own = files.filter(({ sourceId }) => sourceId === source.id).map(({ file }) => file);
    // The one that is being read is shown before the one that is asked: somebody waits for it.
    const shown =
      own.find(({ state: now }) => now === "reading") ?? own.find(({ state: now }) => now === "current") ?? own[0];
    return {
      ...source,
      health: state,
      restsUntil: state === "resting" ? (how?.restsUntil?.toISOString() ?? null) : null,
      failures: [...(how?.failures ?? [])],
      asked: how?.asked ?? 0,
      answered: how?.answered ?? 0,
      filledValues: filled.get(source.id)?.values ?? 0,
      filledAccounts: filled.get(source.id)?.accounts ?? 0,
      costs: Object.entries(how?.costs ?? {}).map(([currency, minor]) => ({ currency, minor })),
      file: shown ?? null,
    };
  });
}

/** The versions of a reference file, the newest first. */
export async function showFiles(viewing: Viewing, sourceId: string): Promise<ReferenceFile[]> {
  return (await presentFiles(viewing, await findReferenceFiles(viewing, [sourceId]))).map(({ file }) => file);
}

async function presentFiles(
  { viewer }: Viewing,
  stored: readonly StoredReferenceFile[],
): Promise<{ sourceId: string; file: ReferenceFile }[]> {
  const current = new Set<string>();
  return stored.map((file) => {
    const state = stateOf(file, current.has(file.sourceId));
    if (state === "current") current.add(file.sourceId);
    const { id, sourceId, version, fileName, header, columns, broughtById, at, rows, skipped } = file;
    const broughtByName = broughtById === null ? null : (viewer.snapshot.people.get(broughtById)?.name ?? null);
    const mapped = columns.map(({ column, target }) => ({ header: header[column] ?? "", target }));
    const shown = { id, version, fileName, state, rows, skipped, broughtById, broughtByName, columns: mapped };
    return { sourceId, file: { ...shown, at: at.toISOString() } };
  });
}

function stateOf({ state, undone }: StoredReferenceFile, isBehindCurrent: boolean): ReferenceFile["state"] {
  if (undone) return "undone";
  if (state === "done") return isBehindCurrent ? "older" : "current";
  if (state === "failed") return "failed";
  return state === "stopped" || state === "paused" ? "stopped" : "reading";
}
