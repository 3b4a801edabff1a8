import { cleanText } from "../../../platform/text/clean-text.ts";

/** Longer texts in a name column are notes; 200 characters hold the longest names in registers. */
export const LONGEST_NAME = 200;

/** A person's name as it is kept: cleaned, in the spelling it came in. Null when nothing is left; too long is cut by nobody but refused by the caller. */
export function normalisePersonName(raw: string): string | null {
  const name = cleanText(raw);
  return name === "" ? null : name;
}
