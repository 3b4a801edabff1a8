import type { RoutingRule } from "@tongzhou/contract/routing-rule";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { readRuleContext } from "../standards/index.ts";
import { checkRule } from "./check-rule.ts";
import { findTargets } from "./queries/rule-records.ts";

/** Refuses rules that could not run. @throws Refused `rule_has_errors` with what is wrong. */
export async function refuseWrongRule(
  context: Pick<ReadContext, "tx" | "now">,
  rules: readonly Pick<RoutingRule, "conditions" | "target" | "fallback">[],
): Promise<void> {
  const about = await readRuleContext(context, null);
  const { people, teams } = await findTargets(context);
  const known = { isPerson: (id: string) => people.has(id), isTeam: (id: string) => teams.has(id) };
  const problems = rules.flatMap((rule) => checkRule(rule, about, known));
  if (problems.length > 0) throw new Refused("rule_has_errors", { count: problems.length, problems });
}
