import type { ReadContext } from "../../platform/ledger/context.ts";
import { compileStandard } from "./queries/compile-standard.ts";
import { readRuleContext } from "./queries/read-rule-context.ts";
import { scoreLeads } from "./queries/score-leads.ts";
import { findScoresAfter } from "./queries/score-rows.ts";
import { findStandard } from "./queries/standard-rows.ts";

/** What a comparison found. */
export interface ComparedScores {
  /** Where the next one goes on; null when that was the last. */
  readonly lastId: string | null;
  /** Leads whose kept score is not what they score. */
  readonly wrong: readonly string[];
}

/** Compares kept scores with what the leads score now, by the version each was scored by; writes nothing. */
export async function compareScores(
  context: Pick<ReadContext, "tx" | "now">,
  afterId: string,
  limit: number,
): Promise<ComparedScores> {
  const kept = await findScoresAfter(context, afterId, limit);
  const wrong: string[] = [];
  for (const standardId of new Set(kept.map((score) => score.standardId))) {
    const mine = kept.filter((score) => score.standardId === standardId);
    const standard = await findStandard(context, standardId);
    if (!standard) continue;
    const { content } = standard;
    const about = await readRuleContext(
      context,
      [...content.fitRules, ...content.engagementRules].map(({ condition }) => condition),
    );
    const scores = await scoreLeads(context, {
      standard: content,
      compiled: compileStandard(content, about),
      leadIds: mine.map(({ leadId }) => leadId),
      at: context.now,
    });
    const byLead = new Map(scores.map((score) => [score.leadId, score]));
    for (const score of mine) {
      const now = byLead.get(score.leadId);
      const isRight =
        now?.fit === score.fit &&
        now.engagement === score.engagement &&
        now.cell === score.cell &&
        now.nextChangeAt?.getTime() === score.nextChangeAt?.getTime();
      if (!isRight) wrong.push(score.leadId);
    }
  }
  return { lastId: kept.length < limit ? null : (kept.at(-1)?.leadId ?? null), wrong };
}
