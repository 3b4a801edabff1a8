import type { DraftProblem } from "@tongzhou/contract/draft-problem";
import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import { matrixProblems } from "./matrix-problems.ts";
import { questionProblems } from "./question-problems.ts";
import { recycleProblems } from "./recycle-problems.ts";
import { responseProblems } from "./response-problems.ts";
import { scoringProblems } from "./scoring-problems.ts";

/**
 * Everything wrong with a draft, each by name and with the path of the value. A draft with an error cannot be signed; a
 * warning says what will surprise somebody. Whether fields and operators of conditions exist is the compiler's to check.
 */
export function validateStandard(standard: LeadStandard): DraftProblem[] {
  return [
    ...matrixProblems(standard),
    ...scoringProblems(standard),
    ...questionProblems(standard.questionSets),
    ...responseProblems(standard.responseTimes),
    ...recycleProblems(standard),
  ];
}
