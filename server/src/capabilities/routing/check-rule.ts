import type { DraftProblem } from "@tongzhou/contract/draft-problem";
import type { RoutingRule } from "@tongzhou/contract/routing-rule";
import { checkConditions } from "../../platform/conditions/index.ts";
import type { RuleContext } from "../standards/index.ts";
import { routingFieldsWith } from "./routing.fields.ts";

/** Who exists, as far as a target may name them. */
export interface KnownTargets {
  isPerson(id: string): boolean;
  isTeam(id: string): boolean;
}

/** What is wrong with a rule: conditions that cannot be asked, a target that is not there. A rule with an error is passed over. */
export function checkRule(
  rule: Pick<RoutingRule, "conditions" | "target" | "fallback">,
  about: RuleContext,
  known: KnownTargets,
): DraftProblem[] {
  const checked = checkConditions(rule.conditions, { ...about, fields: routingFieldsWith(about.houseFields) });
  const problems: DraftProblem[] = checked.ok
    ? []
    : checked.problems.map(({ path, code, parameters }) => ({
        path: `/conditions${path}`,
        code: `condition.${code}`,
        severity: "error",
        params: Object.fromEntries(
          Object.entries(parameters).map(([name, value]) => [name, typeof value === "number" ? value : String(value)]),
        ),
      }));
  const { target } = rule;
  if (target.kind === "user" && !known.isPerson(target.personId))
    problems.push(wrong("/target/personId", "nobody_there"));
  if (target.kind === "team" && !known.isTeam(target.teamId)) problems.push(wrong("/target/teamId", "no_such_team"));
  if (rule.fallback && rule.conditions.rules.length > 0) problems.push(wrong("/conditions", "fallback_has_conditions"));
  return problems;
}

const wrong = (path: string, code: string): DraftProblem => ({ path, code, severity: "error", params: {} });
