import { MERGED_REASON } from "@tongzhou/contract/lead-stages";
import type { DraftProblem } from "@tongzhou/contract/draft-problem";
import type { LeadStandard } from "@tongzhou/contract/lead-standard";
import { error, namingProblems, warning } from "./naming-problems.ts";

const MAX_DAYS = 3650;
const MAX_COUNT = 10_000;

/** What is wrong with the reject reasons and the recycle limits. */
export function recycleProblems(standard: Pick<LeadStandard, "rejectReasons" | "recycle">): DraftProblem[] {
  const { rejectReasons, recycle } = standard;
  const problems = namingProblems(rejectReasons, "code", "/rejectReasons");
  if (rejectReasons.length === 0) problems.push(error("/rejectReasons", "reasons_missing"));
  rejectReasons.forEach(({ code }, index) => {
    if (code === MERGED_REASON) problems.push(error(`/rejectReasons/${index}/code`, "code_reserved", { code }));
  });
  const limits = [
    ["sqlIdleDays", MAX_DAYS],
    ["qualifyingIdleDays", MAX_DAYS],
    ["reclaimAfterDays", MAX_DAYS],
    ["claimsPerDay", MAX_COUNT],
    ["maxInHand", MAX_COUNT],
  ] as const;
  for (const [limit, maximum] of limits) {
    const value = recycle[limit];
    if (value !== null && (value < 1 || value > maximum))
      problems.push(error(`/recycle/${limit}`, "limit_out_of_range", { value, minimum: 1, maximum }));
  }
  if (recycle.remindOnlyDays < 0 || recycle.remindOnlyDays > MAX_DAYS)
    problems.push(
      error("/recycle/remindOnlyDays", "limit_out_of_range", {
        value: recycle.remindOnlyDays,
        minimum: 0,
        maximum: MAX_DAYS,
      }),
    );
  recycle.remindDaysBefore.forEach((days, index) => {
    const path = `/recycle/remindDaysBefore/${index}`;
    if (days < 1) problems.push(error(path, "limit_out_of_range", { value: days, minimum: 1, maximum: MAX_DAYS }));
    else if (recycle.sqlIdleDays !== null && days >= recycle.sqlIdleDays)
      problems.push(warning(path, "reminder_too_early", { days, idleDays: recycle.sqlIdleDays }));
  });
  return problems;
}
