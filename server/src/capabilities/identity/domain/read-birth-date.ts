/** Year first, with any strokes or 年月日, or eight digits. */
const YEAR_FIRST = /^(\d{4})\D{0,2}(\d{1,2})\D{0,2}(\d{1,2})\D?(?:[ t].*)?$/;
const YEAR_LAST = /^(\d{1,2})\D{1,2}(\d{1,2})\D{1,2}(\d{4})$/;

/**
 * A birth date as YYYYMMDD for comparing. What is no day of any calendar (month 17) is kept all the same: it is one slip
 * away from the right one, and comparing forgives slips. Null for what is no date at all. In 3/4/1985 the first number is
 * taken for the month; the comparison allows for day and month exchanged.
 */
export function readBirthDate(text: string): string | null {
  const plain = text.normalize("NFKC").toLowerCase().trim();
  const [, year, month, day] = YEAR_FIRST.exec(plain) ?? [];
  if (year !== undefined) return `${year}${month?.padStart(2, "0")}${day?.padStart(2, "0")}`;
  const [, first, second, last] = YEAR_LAST.exec(plain) ?? [];
  return last === undefined ? null : `${last}${first?.padStart(2, "0")}${second?.padStart(2, "0")}`;
}
