import type { AttributionModel } from "@tongzhou/contract/attribution-model";
import { attributionWeights } from "./attribution-weights.ts";
import { shareAmount } from "./share-amount.ts";

const DAY_MS = 86_400_000;
/** How long before the opportunity was opened a touch still counts; a setting. */
export const DEFAULT_WINDOW_DAYS = 365;

/** A touch with a campaign, of a contact on the opportunity. */
export interface CampaignTouch {
  readonly touchId: string;
  readonly campaignId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** A won deal. `amount` is whole minor units from 0, instants are milliseconds since 1970. */
export interface WonDeal {
  readonly amount: number;
  readonly leadCreatedAt: number | null;
  readonly openedAt: number;
  readonly wonAt: number;
  readonly touches: readonly CampaignTouch[];
}

/** A part of the amount; without touch and campaign when the deal has no touch that counts. */
export interface Credit {
  readonly touchId: string | null;
  readonly campaignId: string | null;
  readonly amount: number;
}

/**
 * Credits the amount of a deal over its touches (R-CAMP-3): those with a campaign, before it was won, within the window
 * before it was opened, by time and then id. The credits add up to exactly the amount, whatever the model; a deal without
 * such a touch is credited to "no campaign". Touches a model gives no weight are left out. For `linear` and n touches that is
 * ⌊amount / n⌋ each, and one unit more for the first (amount mod n).
 */
export function attribution(model: AttributionModel, deal: WonDeal, windowDays = DEFAULT_WINDOW_DAYS): Credit[] {
  const touches = countingTouches(deal, windowDays);
  if (touches.length === 0) return [{ touchId: null, campaignId: null, amount: deal.amount }];
  const weights = attributionWeights(
    model,
    touches.map(({ at }) => at),
    deal,
  );
  const parts = shareAmount(deal.amount, weights);
  return touches.flatMap(({ touchId, campaignId }, index) =>
    (weights[index] ?? 0n) > 0n ? [{ touchId, campaignId, amount: parts[index] ?? 0 }] : [],
  );
}

/** The touches that count for a deal, in order of time and then id. */
export function countingTouches(
  { openedAt, wonAt, touches }: Pick<WonDeal, "openedAt" | "wonAt" | "touches">,
  windowDays = DEFAULT_WINDOW_DAYS,
): CampaignTouch[] {
  return touches
    .filter(({ at }) => at < wonAt && at >= openedAt - windowDays * DAY_MS)
    .toSorted((a, b) => a.at - b.at || (a.touchId < b.touchId ? -1 : 1));
}

/** The credits of many deals by campaign; null is "no campaign". The sum is that of the deals. */
export function creditByCampaign(credits: Iterable<Credit>): Map<string | null, number> {
  const sums = new Map<string | null, number>();
  for (const { campaignId, amount } of credits) sums.set(campaignId, (sums.get(campaignId) ?? 0) + amount);
  return sums;
}
