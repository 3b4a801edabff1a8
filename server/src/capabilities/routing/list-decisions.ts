import type { RoutingDecision } from "@tongzhou/contract/routing";
import { Sentence } from "@tongzhou/contract/sentence";
import type { Viewing } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { RECORD_DAYS } from "./list-rules.ts";
import { countDecisionsOutside, findDecisions } from "./queries/rule-decisions.ts";
import { findRules } from "./queries/rule-rows.ts";

const DAY_MS = 86_400_000;

/**
 * One page of what a rule decided in the days its record counts: about leads the viewer may open, with how many are outside
 * their rights (R-ACC-5).
 * @throws NotFound when there is no such rule; Invalid `cursor_invalid`.
 */
export async function listDecisions(
  viewing: Viewing,
  ruleId: string,
  page: { readonly cursor?: string | undefined; readonly limit: number },
): Promise<{ rows: RoutingDecision[]; nextCursor?: string; outside: number }> {
  if (!(await findRules(viewing)).some(({ id }) => id === ruleId)) throw new NotFound();
  const since = new Date(viewing.now.getTime() - RECORD_DAYS * DAY_MS);
  const { rows, ...more } = await findDecisions(viewing, ruleId, since, page);
  return {
    ...more,
    outside: await countDecisionsOutside(viewing, ruleId, since),
    rows: rows.map((row) => ({
      ...row,
      at: row.at.toISOString(),
      // An assignment of old times may say nothing.
      because: Sentence.safeParse(row.because).data ?? null,
    })),
  };
}
