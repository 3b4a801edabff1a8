import type { Context } from "../../platform/ledger/context.ts";
import { insertPairs } from "./queries/pair-rows.ts";
import type { ProposedPair } from "./queries/pair-rows.ts";
import { weighPairs } from "./weigh-pairs.ts";

/**
 * Puts pairs up for review and weighs them. What is there already, and what somebody has judged to be two, is not asked again.
 * @returns how many are new.
 */
export async function proposePairs(context: Context, pairs: readonly ProposedPair[]): Promise<number> {
  if (pairs.length === 0) return 0;
  const inserted = await insertPairs(context, pairs);
  await weighPairs(
    context,
    inserted.map(({ id }) => id),
  );
  return inserted.length;
}
