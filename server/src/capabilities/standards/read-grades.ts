import type { Grade } from "@tongzhou/contract/lead-row";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { versionFor } from "./domain/version-for.ts";
import { compileStandard } from "./queries/compile-standard.ts";
import { findJudged } from "./queries/judgement-rows.ts";
import { readRuleContext } from "./queries/read-rule-context.ts";
import { scoreLeads } from "./queries/score-leads.ts";
import { findInForce, findStandard } from "./queries/standard-rows.ts";

/**
 * The grades of leads at this very moment, as their breakdowns give them: a kept score is older than its breakdown between
 * a touch or a step of decay and the job that follows it. One statement a version.
 * @returns the leads that exist; none while no standard is in force.
 */
export async function readGrades(
  context: Pick<ReadContext, "tx" | "now">,
  leadIds: readonly string[],
): Promise<ReadonlyMap<string, Grade>> {
  const inForce = leadIds.length === 0 ? undefined : await findInForce(context);
  if (!inForce) return new Map();
  const leads = await findJudged(context, leadIds);
  const versions = new Set(leads.map(({ stage, standardId }) => versionFor(stage, standardId, inForce.id)));
  const grades = new Map<string, Grade>();
  for (const id of versions) {
    const standard = id === inForce.id ? inForce : await findStandard(context, id);
    if (!standard) continue;
    const { content } = standard;
    const about = await readRuleContext(
      context,
      [...content.fitRules, ...content.engagementRules].map(({ condition }) => condition),
    );
    const scores = await scoreLeads(context, {
      standard: content,
      compiled: compileStandard(content, about),
      leadIds: leads
        .filter(({ stage, standardId }) => versionFor(stage, standardId, inForce.id) === id)
        .map(({ leadId }) => leadId),
      at: context.now,
    });
    for (const { leadId, cell, fit, engagement } of scores) grades.set(leadId, { cell, fit, engagement });
  }
  return grades;
}
