import type { RoutingRule } from "@tongzhou/contract/routing-rule";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { insertRule, lockRules } from "./queries/rule-rows.ts";
import { refuseWrongRule } from "./refuse-wrong-rule.ts";

export const CREATE_RULE = operationKind("routing_rule.create");

/**
 * Adds a rule, last before the fallback; it decides about leads from now on.
 * @returns its id.
 * @throws Refused `rule_has_errors`, `fallback_exists`.
 */
export async function createRule(
  context: Context,
  rule: Omit<RoutingRule, "id" | "position" | "enabled">,
): Promise<string> {
  await refuseWrongRule(context, [rule]);
  const rules = await lockRules(context);
  if (rule.fallback && rules.some(({ fallback }) => fallback)) throw new Refused("fallback_exists");
  const id = context.newId();
  const position = rules.reduce((last, one) => Math.max(last, one.position), 0) + 1;
  await insertRule(context, { ...rule, id, position, enabled: true });
  await context.emit("routing_rule.created", [id]);
  return id;
}
