import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { deleteRule, lockRules } from "./queries/rule-rows.ts";

export const REMOVE_RULE = operationKind("routing_rule.remove");

/** Removes a rule; the assignments it made keep its id and their explanation. @throws NotFound */
export async function removeRule(context: Context, id: string): Promise<void> {
  if (!(await lockRules(context)).some((rule) => rule.id === id)) throw new NotFound();
  await deleteRule(context, id);
}
