import type { RoutingRule } from "@tongzhou/contract/routing-rule";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { lockRules, updateRule } from "./queries/rule-rows.ts";
import { refuseWrongRule } from "./refuse-wrong-rule.ts";

export const EDIT_RULE = operationKind("routing_rule.edit");

type Editable = Omit<RoutingRule, "id" | "position" | "fallback">;
export type RuleEdit = { readonly [Field in keyof Editable]?: FieldChange<Editable[Field]> | undefined };

/**
 * Edits a rule or switches it on and off; leads it has decided about stay where they are.
 * @throws NotFound; Conflict `changed_meanwhile`; Refused `rule_has_errors`.
 */
export async function editRule(context: Acting, id: string, edit: RuleEdit): Promise<void> {
  const rule = (await lockRules(context)).find((one) => one.id === id);
  if (!rule) throw new NotFound();
  const { id: _id, position: _position, fallback: _fallback, ...present } = rule;
  const changes = await takeChanges<Editable>(context, { table: "routing_rule", id }, present, edit);
  const edited = { ...rule, ...changes };
  await refuseWrongRule(context, [edited]);
  await updateRule(context, edited);
}
