import type { RuleGroup } from "@tongzhou/contract/conditions";
import type { RawBuilder } from "kysely";
import { checkConditions } from "./check-conditions.ts";
import type { CheckedGroup, CheckedRule, OrProblems } from "./checked-conditions.ts";
import { asArray, asBoolean } from "./compile-each.ts";
import { compileChecked } from "./compile-conditions.ts";
import type { ConditionContext } from "./condition-context.ts";

/** Whether one record met a rule or a group, by the path that `describeConditions` gives the same part. */
export interface PartMatch {
  readonly path: string;
  readonly matched: boolean;
}

export interface Explanation {
  /** A `boolean[]` column, one entry a rule: select it for as many records as are to be explained. */
  readonly matched: RawBuilder<boolean[]>;
  readonly objects: ReadonlySet<string>;
  /** Turns a record's column into the outcome of every rule and group, outermost group first. */
  readonly explain: (matched: readonly boolean[]) => PartMatch[];
}

/** Prepares to say, record by record, which rules of a condition matched: for score lines and the reasons of routing. */
export function explainConditions(group: RuleGroup, context: ConditionContext): OrProblems<Explanation> {
  const checked = checkConditions(group, context);
  if (!checked.ok) return checked;
  const compiled = rulesOf(checked.group).map((rule) => compileChecked(rule, context));
  return {
    ok: true,
    matched: asArray(compiled.map((rule) => asBoolean(rule.sql))),
    objects: new Set(compiled.flatMap((rule) => [...rule.objects])),
    explain: (matched) => {
      const outcomes = [...matched];
      return outcomeOf(checked.group, () => outcomes.shift() ?? false).matches;
    },
  };
}

function rulesOf(group: CheckedGroup): CheckedRule[] {
  return group.parts.flatMap((part) => (part.kind === "group" ? rulesOf(part) : [part]));
}

/** Takes the rules' outcomes in the order of `rulesOf`. */
function outcomeOf(part: CheckedGroup | CheckedRule, next: () => boolean): { matched: boolean; matches: PartMatch[] } {
  if (part.kind === "rule") {
    const matched = next();
    return { matched, matches: [{ path: part.path, matched }] };
  }
  const parts = part.parts.map((inner) => outcomeOf(inner, next));
  const all = parts.every((inner) => inner.matched);
  const met = part.combinator === "and" || parts.length === 0 ? all : parts.some((inner) => inner.matched);
  const matched = met !== part.not;
  return { matched, matches: [{ path: part.path, matched }, ...parts.flatMap((inner) => inner.matches)] };
}
