import type { DraftProblem } from "@tongzhou/contract/draft-problem";
import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import { conditionProblemsOf } from "./condition-problems-of.ts";
import { validateStandard } from "./domain/validate-standard.ts";
import type { RuleContext } from "./queries/read-rule-context.ts";

/** Everything wrong with a draft: what it says, and what its conditions ask. */
export function problemsOf(content: LeadStandard, about: RuleContext): DraftProblem[] {
  return [...validateStandard(content), ...conditionProblemsOf(content, about)];
}
