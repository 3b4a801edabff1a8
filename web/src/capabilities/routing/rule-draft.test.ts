import { EVERYTHING } from "@tongzhou/contract/conditions";
import type { RoutingRuleRow } from "@tongzhou/contract/routing";
import { expect, test } from "vitest";
import { changesOf, draftOf, EMPTY_DRAFT, isWhole, placeOf, rulesWith } from "./rule-draft.ts";

const rule = (id: string, more: Partial<RoutingRuleRow> = {}): RoutingRuleRow => ({
  id,
  name: id,
  position: 1,
  enabled: true,
  conditions: EVERYTHING,
  target: { kind: "sdr" },
  fallback: false,
  maxInHand: null,
  maxPerDay: null,
  otherwise: "next_rule",
  record: { fired: 0, accepted: 0, rejected: 0, won: 0 },
  problems: [],
  ...more,
});
const rules = [rule("a"), rule("b"), rule("c"), rule("last", { fallback: true })];

test("an edit sends the fields that differ, with what they were", () => {
  const before = { ...EMPTY_DRAFT, name: "华东", target: { kind: "sdr" } as const };
  expect(changesOf(before, { ...before, name: "华南", maxPerDay: 6 })).toEqual({
    name: { from: "华东", to: "华南" },
    maxPerDay: { from: null, to: 6 },
  });
  expect(changesOf(before, { ...before })).toEqual({});
  expect(isWhole(before)).toBe(true);
  expect(isWhole({ ...before, name: " " })).toBe(false);
  expect(isWhole(EMPTY_DRAFT)).toBe(false);
});

test("a rule that is dropped on another takes its place", () => {
  expect(placeOf(rules, "c", "a")).toBe("a");
  expect(placeOf(rules, "a", "b")).toBe("c");
  expect(placeOf(rules, "a", "c")).toBeNull();
  expect(placeOf(rules, "a", "last")).toBeNull();
  expect(placeOf(rules, "c", "last")).toBeUndefined();
  expect(placeOf(rules, "b", "b")).toBeUndefined();
  expect(placeOf(rules, "last", "a")).toBeUndefined();
});

test("what is tried has the draft in the place of its rule, a new one before the fallback, and nothing switched off", () => {
  const draft = { ...draftOf(rule("b")), target: { kind: "nurture" } as const, name: "新的" };
  const names = (list: readonly { name: string }[]) => list.map(({ name }) => name);
  expect(names(rulesWith(rules, "b", draft))).toEqual(["a", "新的", "c", "last"]);
  expect(names(rulesWith(rules, undefined, draft))).toEqual(["a", "b", "c", "新的", "last"]);
  const off = [rule("a", { enabled: false }), rule("b", { enabled: false })];
  expect(names(rulesWith(off, "b", draft))).toEqual(["新的"]);
});
