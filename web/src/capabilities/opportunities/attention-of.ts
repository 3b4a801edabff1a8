import type { OpportunityRow } from "@tongzhou/contract/opportunities";

const DAY_MS = 86_400_000;

export type Attention = { kind: "overdue" | "stuck"; days: number; usually?: number };

/**
 * What somebody should look at: the expected close lies behind (`today` as `2025-11-21`), or it stands in its stage for
 * longer than is usual there. Whole days.
 */
export function attentionOf(
  row: Pick<OpportunityRow, "outcome" | "expectedCloseOn" | "stageSince" | "usualDays">,
  today: string,
  now: number,
): Attention | undefined {
  if (row.outcome !== null) return undefined;
  if (row.expectedCloseOn !== null && row.expectedCloseOn < today) {
    return { kind: "overdue", days: Math.round((Date.parse(today) - Date.parse(row.expectedCloseOn)) / DAY_MS) };
  }
  const days = Math.floor((now - Date.parse(row.stageSince)) / DAY_MS);
  if (row.usualDays !== null && days > row.usualDays) return { kind: "stuck", days, usually: row.usualDays };
  return undefined;
}
