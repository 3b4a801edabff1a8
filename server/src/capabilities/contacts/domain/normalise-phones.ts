import type { CountryCode } from "libphonenumber-js/max";
import { foldText } from "../../../platform/text/clean-text.ts";
import { splitPhones } from "../../../platform/text/split-contact-cell.ts";
import { normalisePhone, type NormalisedPhone } from "./normalise-phone.ts";

/**
 * Reads all the numbers of one cell, each once, in the order they stand; one that cannot be read comes with its problem.
 * At least one answer, so that an empty cell says what is wrong with it.
 *
 * @param country where a number without a country code is dialled
 * @param areaCode where a local number is dialled, when that is known from elsewhere
 */
export function normalisePhones(
  cell: string,
  country: CountryCode = "CN",
  areaCode: string | null = null,
): NormalisedPhone[] {
  const whole = normalisePhone(cell, country, areaCode);
  if (whole.value !== null) return [whole];
  const parts = splitPhones(foldText(cell.replaceAll("\n", ";")));
  if (parts.length < 2) return [whole];
  const read = parts.map((part) => normalisePhone(part, country, areaCode));
  return read.filter(
    ({ value }, index) => value === null || read.findIndex((other) => other.value === value) === index,
  );
}
