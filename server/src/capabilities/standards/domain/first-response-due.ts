import type { ResponseTime } from "@tongzhou/contract/lead-standard";
import type { Sentence } from "@tongzhou/contract/sentence";
import { afterWorkingMinutes } from "./working-time.ts";
import type { WorkCalendar, WorkingWeek } from "./working-time.ts";

/** Milliseconds since 1970; null when the owner's week has no working time. */
export interface FirstResponseDue {
  readonly answerBy: number | null;
  readonly reassignAt: number | null;
  /** Says for which years Monday to Friday were counted because their calendar is not known; empty when all are. */
  readonly because: readonly Sentence[];
}

/**
 * When the clock of an assignment runs out (R-LEAD-3, rows 9 and 9a). Stored are start and owner; this is computed from the
 * owner's working hours and the calendar in force whenever it is read.
 */
export function firstResponseDue(
  startedAt: number,
  time: ResponseTime,
  ownerWeek: WorkingWeek,
  calendar: WorkCalendar,
): FirstResponseDue {
  const answer = afterWorkingMinutes(startedAt, time.answerMinutes, ownerWeek, calendar);
  const reassign = afterWorkingMinutes(startedAt, time.reassignMinutes, ownerWeek, calendar);
  const years = [...new Set([...answer.unknownYears, ...reassign.unknownYears])];
  return {
    answerBy: answer.at,
    reassignAt: reassign.at,
    because: years.map((year) => ({ code: "clock.calendar_unknown", params: { year } })),
  };
}
