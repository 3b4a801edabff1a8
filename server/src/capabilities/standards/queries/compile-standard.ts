import { EVERYTHING } from "@tongzhou/contract/conditions";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import type { EngagementRule, LeadStandard } from "@tongzhou/contract/lead-standard";
import type { RawBuilder } from "kysely";
import { compileEach } from "../../../platform/conditions/index.ts";
import { speaksOfGone } from "../../../platform/custom-fields/house-fields-in-rules.ts";
import { touchMeets } from "./score-expressions.ts";
import { fitFields, touchRuleFields } from "../standards.fields.ts";
import type { RuleContext } from "./read-rule-context.ts";

/** The rules of a standard as SQL over `lead`, `contact`, `account` and over `touch`. */
export interface CompiledStandard {
  /** One for each fit rule. */
  readonly fits: readonly RawBuilder<boolean>[];
  /** One for each engagement rule: whether a touch meets it. */
  readonly meets: readonly RawBuilder<boolean>[];
}

/** No lead is without the moment it came in. */
const NEVER: RuleGroup = { combinator: "and", rules: [{ field: "lead.capturedAt", operator: "empty" }] };

/**
 * Compiles the rules of a standard. One that speaks of an added field whose adding was undone is never met. Those of a version in force were checked when it was signed; a field that a later
 * version of the program no longer has is a mistake of ours.
 * @throws Error naming the first condition that cannot be compiled.
 */
export function compileStandard(
  standard: Pick<LeadStandard, "fitRules" | "engagementRules">,
  about: RuleContext,
): CompiledStandard {
  const { fitRules, engagementRules } = standard;
  const fields = fitFields(about.houseFields);
  const fits = compileEach(
    fitRules.map(({ condition }) => (speaksOfGone(condition, fields) ? NEVER : condition)),
    { ...about, fields },
  );
  const conditions = compileEach(
    engagementRules.map(({ condition }) => condition ?? EVERYTHING),
    { ...about, fields: touchRuleFields },
  );
  if (!fits.ok || !conditions.ok) {
    const [problem] = [...(fits.ok ? [] : fits.problems), ...(conditions.ok ? [] : conditions.problems)];
    throw new Error(`a rule of the standard cannot be compiled: ${problem?.code} at ${problem?.path}`);
  }
  const meets = engagementRules.map(({ touchKind }: EngagementRule, index) =>
    touchMeets(touchKind, conditions.columns[index]),
  );
  return { fits: fits.columns, meets };
}
