import type { ConditionProblem } from "@tongzhou/contract/condition-problems";
import type { DraftProblem } from "@tongzhou/contract/draft-problem";
import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import { checkConditions } from "../../platform/conditions/index.ts";
import type { FieldSet } from "../../platform/conditions/index.ts";
import type { RuleContext } from "./queries/read-rule-context.ts";
import { fitFields, touchRuleFields } from "./standards.fields.ts";

/** What the conditions of a standard ask that cannot be asked, each with its path in the draft. */
export function conditionProblemsOf(
  standard: Pick<LeadStandard, "fitRules" | "engagementRules">,
  about: RuleContext,
): DraftProblem[] {
  const check = (
    path: string,
    condition: Parameters<typeof checkConditions>[0] | null,
    fields: FieldSet,
  ): DraftProblem[] => {
    const checked = condition === null ? null : checkConditions(condition, { ...about, fields });
    return checked === null || checked.ok ? [] : checked.problems.map((problem) => draftProblem(path, problem));
  };
  return [
    ...standard.fitRules.flatMap(({ condition }, index) =>
      check(`/fitRules/${index}/condition`, condition, fitFields(about.houseFields)),
    ),
    ...standard.engagementRules.flatMap(({ condition }, index) =>
      check(`/engagementRules/${index}/condition`, condition, touchRuleFields),
    ),
  ];
}

function draftProblem(path: string, problem: ConditionProblem): DraftProblem {
  const params = Object.entries(problem.parameters).map(([name, value]): [string, string | number] => [
    name,
    typeof value === "number" ? value : String(value),
  ]);
  return {
    path: path + problem.path,
    code: `condition.${problem.code}`,
    severity: "error",
    params: Object.fromEntries(params),
  };
}
