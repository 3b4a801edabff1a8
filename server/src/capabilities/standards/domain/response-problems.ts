import { GRADE_CELLS } from "@tongzhou/contract/lead-standard";
import type { DraftProblem } from "@tongzhou/contract/draft-problem";
import type { ResponseTimes } from "@tongzhou/contract/lead-standard";
import { error, productLineProblems } from "./naming-problems.ts";

/** A working month: a clock longer than that is a mistake in the unit. */
export const MAX_RESPONSE_MINUTES = 22 * 8 * 60;

/** What is wrong with the first-response times; the general table must name every cell. */
export function responseProblems(tables: readonly ResponseTimes[]): DraftProblem[] {
  const general = tables.findIndex(({ productLineId }) => productLineId === null);
  const problems = productLineProblems(tables, "/responseTimes");
  if (general === -1) problems.push(error("/responseTimes", "general_times_missing"));
  for (const cell of GRADE_CELLS)
    if (general !== -1 && tables[general]?.cells[cell] === undefined)
      problems.push(error(`/responseTimes/${general}/cells/${cell}`, "time_missing", { cell }));
  return [...problems, ...tables.flatMap((table, index) => tableProblems(table, `/responseTimes/${index}/cells`))];
}

function tableProblems({ cells }: ResponseTimes, path: string): DraftProblem[] {
  return GRADE_CELLS.flatMap((cell) => {
    const time = cells[cell];
    if (time === undefined) return [];
    const { answerMinutes, reassignMinutes } = time;
    const limits = { cell, minimum: 1, maximum: MAX_RESPONSE_MINUTES };
    if (answerMinutes < 1 || answerMinutes > MAX_RESPONSE_MINUTES)
      return [error(`${path}/${cell}/answerMinutes`, "minutes_out_of_range", limits)];
    if (reassignMinutes < answerMinutes || reassignMinutes > MAX_RESPONSE_MINUTES)
      return [
        error(`${path}/${cell}/reassignMinutes`, "reassign_before_answer", { ...limits, minimum: answerMinutes }),
      ];
    return [];
  });
}
