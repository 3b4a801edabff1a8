import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { lockRules, placeRules } from "./queries/rule-rows.ts";

export const MOVE_RULE = operationKind("routing_rule.move");

/**
 * Puts a rule before another one; null puts it last before the fallback.
 * @throws NotFound when one of them is gone; Refused `fallback_stays_last`.
 */
export async function moveRule(context: Context, id: string, beforeId: string | null): Promise<void> {
  const rules = await lockRules(context);
  const moved = rules.find((rule) => rule.id === id);
  const before = rules.find((rule) => rule.id === beforeId);
  if (!moved || (beforeId !== null && !before)) throw new NotFound();
  if (moved.fallback) throw new Refused("fallback_stays_last");
  const others = rules.filter((rule) => rule.id !== id);
  const found = others.findIndex((rule) => rule.id === beforeId || (beforeId === null && rule.fallback));
  const place = found === -1 ? others.length : found;
  await placeRules(
    context,
    [...others.slice(0, place), moved, ...others.slice(place)].map((rule) => rule.id),
  );
}
