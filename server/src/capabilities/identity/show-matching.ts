import { REVIEW_STEPS, SAME_STEPS, type MatchBand, type MatchingState } from "@tongzhou/contract/matching";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { readLongOperation } from "../../platform/jobs/list-long-operations.ts";
import type { Queryable } from "../../platform/jobs/queue-jobs.ts";
import { bitsOf } from "./domain/probability.ts";
import { readMatching } from "./read-matching.ts";
import { countPairsByBits } from "./queries/count-pairs-by-bits.ts";
import { findLastMatching } from "./queries/open-matching.ts";

const STEPS = [...new Set<number>([...REVIEW_STEPS, ...SAME_STEPS])].toSorted((a, b) => a - b);

/** How contacts are matched now, what the probabilities of the undecided pairs say of it, and the last run. */
export async function showMatching(queryable: Queryable, context: Pick<ReadContext, "tx">): Promise<MatchingState> {
  const { model, run, own, recommended, thresholds } = await readMatching(context);
  const counted = await countPairsByBits(
    context,
    STEPS.map((step) => bitsOf(step) - model.prior),
    model.prior,
  );
  const bands: MatchBand[] = [0, ...STEPS].map((from, band) => ({ from, ...(counted.get(band) ?? NOTHING) }));
  const lastId = await findLastMatching(context);
  const last = lastId === undefined ? undefined : await readLongOperation(queryable, lastId);
  return {
    own: { ...own },
    recommended: { review: recommended.different, same: recommended.same },
    inForce: { review: thresholds.different, same: thresholds.same },
    bands,
    rest: run ? { ...run.rest } : null,
    last: run ? { at: run.at.toISOString(), contacts: run.model.records, compared: run.compared } : null,
    run: last
      ? {
          id: last.id,
          state: last.state,
          done: last.done,
          total: last.total ?? null,
          queuedAt: last.queuedAt.toISOString(),
        }
      : null,
  };
}

const NOTHING = { pairs: 0, matches: 0 };
