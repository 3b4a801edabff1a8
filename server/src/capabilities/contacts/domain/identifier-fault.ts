import type { NormalisedIdentifier } from "./normalise-identifier.ts";

/** What can be said of a phone number beyond that it is none, by the sentence that says it. */
const PHONE_FAULTS: ReadonlySet<string> = new Set([
  "area_code_missing",
  "digits_lost",
  "masked",
  "several",
  "too_short",
  "too_long",
  "not_in_use",
]);

/** The code of the sentence that says what is wrong with an identifier that was typed; null when nothing more is known than that it is none. */
export function identifierFault({ kind, value, problem }: NormalisedIdentifier): string | null {
  return kind === "phone" && value === null && problem !== null && PHONE_FAULTS.has(problem)
    ? `field.phone_${problem}`
    : null;
}
