import type { DateOrder } from "./read-wall-time.ts";

const YEAR_LAST = /^\s*(\d{1,2})[-./](\d{1,2})[-./](?:\d{4}|\d{2})(?:\D|$)/;

/** Which number is the day in a column of dates like 1/24/18, from what the values themselves rule out; null when they rule out neither, or both. */
export function suggestDateOrder(samples: readonly string[]): DateOrder | null {
  let mdy = false;
  let dmy = false;
  for (const sample of samples) {
    const found = YEAR_LAST.exec(sample);
    if (Number(found?.[2]) > 12) mdy = true;
    if (Number(found?.[1]) > 12) dmy = true;
  }
  if (mdy === dmy) return null;
  return mdy ? "mdy" : "dmy";
}
