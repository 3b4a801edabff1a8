import type { Context } from "../../platform/ledger/context.ts";
import { historyEntry } from "./domain/history-entry.ts";
import type { HistoryEntry } from "./domain/history-entry.ts";
import { lineFinder } from "./domain/line-finder.ts";
import type { BadRow, GoodRow } from "./domain/row-batches.ts";
import type { RejectReason } from "./domain/row-draft.ts";
import { findCampaigns } from "./find-campaigns.ts";
import type { ImportPlan } from "./plan-import.ts";
import { findPeopleByName, findProductLines } from "./queries/name-rows.ts";

/** A row whose words have become records of ours. */
export interface ResolvedRow {
  readonly row: GoodRow;
  readonly productLineId: string | null;
  readonly campaignId: string | null;
  readonly source: string | null;
  readonly ownerId: string | null;
  /** How it begins; null for new leads. */
  readonly history: HistoryEntry | null;
}

export interface ResolvedRows {
  readonly rows: readonly ResolvedRow[];
  readonly rejected: readonly BadRow[];
}

/** Finds what the rows of a batch name: product lines, campaigns, owners; a handful of look-ups whatever their number. */
export async function resolveRows(
  context: Context,
  { header, settings }: ImportPlan,
  rows: readonly GoodRow[],
): Promise<ResolvedRows> {
  const findLine = lineFinder(await findProductLines(context), settings.productLines);
  const campaigns = await findCampaigns(context, distinct(rows.map(({ draft }) => draft.campaign)));
  const owners = await findOwners(context, distinct(rows.map(({ draft }) => draft.owner)));
  const resolved: ResolvedRow[] = [];
  const rejected: BadRow[] = [];
  for (const row of rows) {
    const { draft } = row;
    const owner = draft.owner === null ? null : (owners.get(draft.owner) ?? undefined);
    const isHistory = settings.object === "lead" && settings.mode === "history";
    const history = isHistory && owner !== undefined ? historyEntry(draft.stage, owner) : null;
    if (owner === undefined) rejected.push(lateReject(row, "owner_unknown", columnOf("owner"), draft.owner ?? ""));
    else if (isHistory && history === null) {
      rejected.push(lateReject(row, "owner_missing", columnOf("stage"), draft.stage ?? ""));
    } else {
      resolved.push({
        row,
        productLineId: draft.productLine === null ? settings.productLineId : findLine(draft.productLine).productLineId,
        campaignId: draft.campaign === null ? settings.campaignId : (campaigns.get(draft.campaign) ?? null),
        source: draft.source ?? settings.source,
        ownerId: owner,
        history,
      });
    }
  }
  return { rows: resolved, rejected };

  function columnOf(target: "owner" | "stage"): string | null {
    const mapped = settings.columns.find((column) => column.target === target);
    return mapped === undefined ? null : (header[mapped.column] ?? null);
  }
}

/** A row that was read well and cannot go in all the same. */
function lateReject(
  { number, draft, cells }: GoodRow,
  reason: RejectReason,
  column: string | null,
  value: string,
  params: Readonly<Record<string, string | number>> = {},
): BadRow {
  return {
    kind: "rejected",
    number,
    line: draft.line,
    cells: cells ?? [],
    rejects: [{ reason, column, value, params }],
  };
}

/** Active people by name; a name that two of them bear is nobody's. */
async function findOwners(context: Context, names: readonly string[]): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  const shared = new Set<string>();
  for (const { id, name } of await findPeopleByName(context, names)) {
    if (found.has(name)) shared.add(name);
    found.set(name, id);
  }
  for (const name of shared) found.delete(name);
  return found;
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))];
}
