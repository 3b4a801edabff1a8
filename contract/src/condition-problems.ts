import { z } from "zod";

/** Why a condition is refused. Each code is a sentence in the web's messages, filled from `parameters`. */
export const ConditionProblemCode = z.enum([
  /** `expected`: "group" or "rule" */
  "malformed",
  /** `maximum` groups within groups */
  "too_deep",
  /** `maximum` */
  "too_many_rules",
  /** a group without rules below the outermost, or an outermost one that is turned around */
  "empty_group",
  /** `field`: not published, or hidden from the viewer (who must not learn that it exists) */
  "unknown_field",
  /** `field`: masked for the viewer, so it may not be filtered */
  "not_permitted",
  /** `operator`, `allowed` */
  "unknown_operator",
  /** `expected`: the name of a value shape (`condition-values.ts`) */
  "wrong_type",
  "value_missing",
  /** `maximum` characters */
  "too_long",
  /** `maximum` entries */
  "too_many_values",
  /** `minimum`, `maximum` */
  "out_of_range",
  /** the first value of a range is beyond the second */
  "range_reversed",
  /** a text that cannot be stored: the null character, half a surrogate pair */
  "bad_text",
  /** not a day of the calendar between 1900 and 2199 */
  "bad_date",
  /** not a six-digit division code (GB/T 2260) */
  "bad_region",
  /** `option`: not, or no longer, among the field's options */
  "unknown_option",
  /** "me" or "mine" where nobody is looking (rules that run by themselves) */
  "needs_viewer",
  /** `team` */
  "unknown_team",
]);
export type ConditionProblemCode = z.infer<typeof ConditionProblemCode>;

/** One thing wrong with a condition. `path` is a JSON pointer into the outermost group, such as `/rules/0/rules/2/value`. */
export const ConditionProblem = z.object({
  path: z.string(),
  code: ConditionProblemCode,
  parameters: z.record(z.string(), z.union([z.string(), z.number(), z.array(z.string())])),
});
export type ConditionProblem = z.infer<typeof ConditionProblem>;
