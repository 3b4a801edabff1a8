import type { ReadContext } from "../../platform/ledger/context.ts";
import type { Thresholds } from "./domain/choose-thresholds.ts";
import { bitsOf } from "./domain/probability.ts";
import { shippedModel, SHIPPED_THRESHOLDS, type MatchModel } from "./domain/shipped-model.ts";
import { countRecords } from "./queries/count-records.ts";
import { findNewestRun, findSetting, type MatchRun, type OwnThresholds } from "./queries/match-runs.ts";

/** How contacts are matched now. */
export interface Matching {
  readonly model: MatchModel;
  /** What the newest matching of all contacts recommends, or what we ship before there was one. */
  readonly recommended: Thresholds;
  readonly own: OwnThresholds;
  /** In force: an admin's where there is one. */
  readonly thresholds: Thresholds;
  readonly run: MatchRun | undefined;
}

/** What was learnt last and what an admin decided, else what we ship. */
export async function readMatching(context: Pick<ReadContext, "tx">): Promise<Matching> {
  const run = await findNewestRun(context);
  const own = (await findSetting(context)) ?? { review: null, same: null };
  const recommended = run?.thresholds ?? SHIPPED_THRESHOLDS;
  return {
    model: run?.model ?? shippedModel(await countRecords(context)),
    recommended,
    own: { review: own.review, same: own.same },
    thresholds: thresholdsInForce(recommended, own),
    run,
  };
}

/** An admin's thresholds stand; a recommended one gives way where it would stand on the wrong side of the other. */
export function thresholdsInForce(recommended: Thresholds, { review, same }: OwnThresholds): Thresholds {
  const upper = same ?? Math.max(recommended.same, review ?? 0);
  return { same: upper, different: review ?? Math.min(recommended.different, upper) };
}

/** From how many bits on a pair is put up for review. */
export function bitsForReview({ model, thresholds }: Pick<Matching, "model" | "thresholds">): number {
  return bitsOf(thresholds.different) - model.prior;
}
