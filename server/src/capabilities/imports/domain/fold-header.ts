import { foldText } from "../../../platform/text/clean-text.ts";

const IN_BRACKETS = /[([【].*?[)\]】]/gu;
const NO_LETTER_OR_DIGIT = /[^\p{Letter}\p{Number}]/gu;

/** A column's name made comparable: without what stands in brackets (必填, 单位), spaces, case and punctuation. `*手机号码（必填）` → 手机号码, `mql_id` → mqlid. */
export function foldHeader(header: string): string {
  const folded = foldText(header);
  const bare = folded.replace(IN_BRACKETS, "").replace(NO_LETTER_OR_DIGIT, "");
  return bare === "" ? folded.replace(NO_LETTER_OR_DIGIT, "") : bare;
}
