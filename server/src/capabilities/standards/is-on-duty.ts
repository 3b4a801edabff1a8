import { OFFICE_WEEK, workingTimeBetween } from "./domain/working-time.ts";
import { workCalendar } from "./work-calendar.ts";

/** Whether people work at this moment; everybody keeps the office's hours as long as nobody can set their own. */
export function isOnDuty(at: Date, timeZone: string): boolean {
  const moment = at.getTime();
  return workingTimeBetween(moment, moment + 1, OFFICE_WEEK, workCalendar(timeZone)).milliseconds > 0;
}
