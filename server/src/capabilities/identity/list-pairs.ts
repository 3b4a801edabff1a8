import type { PairRow } from "@tongzhou/contract/duplicate-pairs";
import { MOST_PAIRS_COUNTED } from "@tongzhou/contract/duplicate-pairs";
import type { Viewing } from "../../platform/access/acting.ts";
import { countWaitingPairs, listWaitingPairs, type WaitingFrom } from "./queries/waiting-pairs.ts";
import { bitsForReview, readMatching } from "./read-matching.ts";

/** As many as anybody judges in a sitting; more come up as they are judged. */
export const MOST_LISTED = 200;

/** The pairs that wait for the viewer's judgement: only those of which they may edit both sides. */
export async function listPairs(viewing: Viewing): Promise<{ rows: PairRow[]; waiting: number }> {
  const from = await waitingFrom(viewing);
  const rows = await listWaitingPairs(viewing, from, MOST_LISTED);
  return {
    rows: rows.map(({ id, probability, isLater, ...pair }) => ({
      id,
      probability,
      isLater,
      first: { id: pair.firstId, name: pair.firstName, company: pair.firstCompany },
      second: { id: pair.secondId, name: pair.secondName, company: pair.secondCompany },
    })),
    waiting: await countWaitingPairs(viewing, from, MOST_PAIRS_COUNTED),
  };
}

/** How many pairs wait for the viewer's judgement. */
export async function countPairs(viewing: Viewing): Promise<number> {
  return countWaitingPairs(viewing, await waitingFrom(viewing), MOST_PAIRS_COUNTED);
}

/** What waits, by how contacts are matched now. */
export async function waitingFrom(viewing: Viewing): Promise<WaitingFrom> {
  const matching = await readMatching(viewing);
  return { leastBits: bitsForReview(matching), prior: matching.model.prior };
}
