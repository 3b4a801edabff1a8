import { EVERYTHING } from "@tongzhou/contract/conditions";
import type { EngagementRule, LeadStandard } from "@tongzhou/contract/lead-standard";
import type { RawBuilder } from "kysely";
import { compileEach } from "../../../platform/conditions/index.ts";
import type { ConditionContext } from "../../../platform/conditions/index.ts";
import { touchMeets } from "./score-expressions.ts";
import { leadRuleFields, touchRuleFields } from "../standards.fields.ts";

/** The rules of a standard as SQL over `lead`, `contact`, `account` and over `touch`. */
export interface CompiledStandard {
  /** One for each fit rule. */
  readonly fits: readonly RawBuilder<boolean>[];
  /** One for each engagement rule: whether a touch meets it. */
  readonly meets: readonly RawBuilder<boolean>[];
}

/**
 * Compiles the rules of a standard. Those of a version in force were checked when it was signed; a field that a later
 * version of the program no longer has is a mistake of ours.
 * @throws Error naming the first condition that cannot be compiled.
 */
export function compileStandard(
  standard: Pick<LeadStandard, "fitRules" | "engagementRules">,
  about: Omit<ConditionContext, "fields">,
): CompiledStandard {
  const { fitRules, engagementRules } = standard;
  const fits = compileEach(
    fitRules.map(({ condition }) => condition),
    { ...about, fields: leadRuleFields },
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
