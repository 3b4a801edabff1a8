import { EVERYTHING, type RuleGroup } from "@tongzhou/contract/conditions";
import type { RoutingRuleRow } from "@tongzhou/contract/routing";
import type { RoutingRule, RoutingTarget } from "@tongzhou/contract/routing-rule";

/** What is edited of a rule. */
export interface RuleDraft {
  name: string;
  conditions: RuleGroup;
  target: RoutingTarget | undefined;
  maxInHand: number | null;
  maxPerDay: number | null;
  otherwise: RoutingRule["otherwise"];
}

export const EMPTY_DRAFT: RuleDraft = {
  name: "",
  conditions: EVERYTHING,
  target: undefined,
  maxInHand: null,
  maxPerDay: null,
  otherwise: "next_rule",
};

export const draftOf = ({ name, conditions, target, maxInHand, maxPerDay, otherwise }: RoutingRuleRow): RuleDraft => ({
  name,
  conditions,
  target,
  maxInHand,
  maxPerDay,
  otherwise,
});

/** A draft that says to whom. */
export type WholeDraft = RuleDraft & { target: RoutingTarget };

export const isWhole = (draft: RuleDraft): draft is WholeDraft =>
  draft.target !== undefined && draft.name.trim() !== "";

const same = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);

/** The fields that differ, each with what it was, as an edit sends them. */
export function changesOf(before: WholeDraft, after: WholeDraft) {
  const change = <K extends keyof WholeDraft>(field: K) =>
    same(before[field], after[field]) ? {} : { [field]: { from: before[field], to: after[field] } };
  return {
    ...change("name"),
    ...change("conditions"),
    ...change("target"),
    ...change("maxInHand"),
    ...change("maxPerDay"),
    ...change("otherwise"),
  };
}

export const isChanged = (before: RuleDraft, after: RuleDraft): boolean => !same(before, after);

/** The rules as they would be with this draft in the place of its rule, or of a new one before the fallback. */
export function rulesWith(
  rules: readonly RoutingRuleRow[],
  ruleId: string | undefined,
  draft: WholeDraft,
): WholeDraft[] {
  const on = rules.filter(({ enabled, id }) => enabled || id === ruleId);
  const tried = on.map((rule) => (rule.id === ruleId ? draft : wholeOf(rule)));
  if (ruleId !== undefined) return tried;
  const last = on.findIndex(({ fallback }) => fallback);
  const place = last === -1 ? tried.length : last;
  return [...tried.slice(0, place), draft, ...tried.slice(place)];
}

const wholeOf = (rule: RoutingRuleRow): WholeDraft => ({ ...draftOf(rule), target: rule.target });

/** Before which rule one lands that is put at another's place; null: last, before the fallback. */
export function placeOf(rules: readonly RoutingRuleRow[], movedId: string, overId: string): string | null | undefined {
  const movable = rules.filter(({ fallback }) => !fallback);
  const from = movable.findIndex(({ id }) => id === movedId);
  const to = rules.findIndex(({ id }) => id === overId);
  if (from === -1 || to === -1 || movedId === overId) return undefined;
  if (rules[to]?.fallback === true) return from === movable.length - 1 ? undefined : null;
  return to > from ? (movable[to + 1]?.id ?? null) : overId;
}
