import type { Context } from "../../platform/ledger/context.ts";
import { versionFor } from "./domain/version-for.ts";
import { compileStandard } from "./queries/compile-standard.ts";
import { lockJudged } from "./queries/judgement-rows.ts";
import { readRuleContext } from "./queries/read-rule-context.ts";
import { deleteScoresOfNobody } from "./queries/score-rows.ts";
import { saveScores } from "./queries/score-leads.ts";
import { findInForce, findStandard } from "./queries/standard-rows.ts";

/**
 * Computes the current scores of these leads anew, and only them: no judgement, no move. For derived rows that went stale:
 * after an undo, and where the nightly comparison finds a difference. Scores of leads that are gone go too.
 */
export async function refreshScores(context: Context, leadIds: readonly string[]): Promise<void> {
  if (leadIds.length === 0) return;
  await deleteScoresOfNobody(context, leadIds);
  const inForce = await findInForce(context);
  if (!inForce) return;
  const leads = await lockJudged(context, leadIds);
  const versions = new Set(leads.map(({ stage, standardId }) => versionFor(stage, standardId, inForce.id)));
  for (const id of versions) {
    const standard = id === inForce.id ? inForce : await findStandard(context, id);
    if (!standard) continue;
    const { content } = standard;
    const about = await readRuleContext(
      context,
      [...content.fitRules, ...content.engagementRules].map(({ condition }) => condition),
    );
    await saveScores(context, id, {
      standard: content,
      compiled: compileStandard(content, about),
      leadIds: leads
        .filter(({ stage, standardId }) => versionFor(stage, standardId, inForce.id) === id)
        .map(({ leadId }) => leadId),
      at: context.now,
    });
  }
}
