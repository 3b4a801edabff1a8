import type { PairRow } from "@tongzhou/contract/duplicate-pairs";
import type { Viewing } from "../../platform/access/acting.ts";
import { countWaitingPairs, listWaitingPairs } from "./queries/waiting-pairs.ts";

/** As many as anybody judges in a sitting; more come up as they are judged. */
const MOST_LISTED = 200;

/** The pairs that wait for the viewer's judgement: only those of which they may edit both sides. */
export async function listPairs(viewing: Viewing): Promise<{ rows: PairRow[]; waiting: number }> {
  const rows = await listWaitingPairs(viewing, MOST_LISTED);
  return {
    rows: rows.map(({ id, probability, isLater, ...pair }) => ({
      id,
      probability,
      isLater,
      first: { id: pair.firstId, name: pair.firstName, company: pair.firstCompany },
      second: { id: pair.secondId, name: pair.secondName, company: pair.secondCompany },
    })),
    waiting: await countWaitingPairs(viewing),
  };
}
