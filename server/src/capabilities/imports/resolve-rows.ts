import type { Context } from "../../platform/ledger/context.ts";
import { lineFinder } from "./domain/line-finder.ts";
import type { BadRow, GoodRow } from "./domain/row-batches.ts";
import { findCampaigns } from "./find-campaigns.ts";
import type { ImportPlan } from "./plan-import.ts";
import { findProductLines } from "./queries/name-rows.ts";
import { settleRows } from "./settle-rows.ts";
import type { SettledRow } from "./settle-rows.ts";

/** A row whose words have become records of ours. */
export interface ResolvedRow extends SettledRow {
  readonly productLineId: string | null;
  readonly campaignId: string | null;
  readonly source: string | null;
}

export interface ResolvedRows {
  readonly rows: readonly ResolvedRow[];
  readonly rejected: readonly BadRow[];
}

/**
 * Finds what the rows of a batch name: product lines, campaigns, colleagues; a handful of look-ups whatever their number.
 * Campaigns that nobody has made yet are made.
 */
export async function resolveRows(context: Context, plan: ImportPlan, rows: readonly GoodRow[]): Promise<ResolvedRows> {
  const { settings } = plan;
  const findLine = lineFinder(await findProductLines(context), settings.productLines);
  const settled = await settleRows(context, plan, rows);
  const campaigns = await findCampaigns(context, distinct(rows.map(({ draft }) => draft.campaign)));
  return {
    rejected: settled.rejected,
    rows: settled.rows.map((one) => {
      const { campaign, productLine, source } = one.row.draft;
      return {
        ...one,
        productLineId: productLine === null ? settings.productLineId : findLine(productLine).productLineId,
        campaignId: campaign === null ? settings.campaignId : (campaigns.get(campaign) ?? null),
        source: source ?? settings.source,
      };
    }),
  };
}

function distinct(texts: readonly (string | null)[]): string[] {
  return [...new Set(texts.filter((text) => text !== null))];
}
