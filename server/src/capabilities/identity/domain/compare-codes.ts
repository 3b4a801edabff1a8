import { editDistance } from "./text-distance.ts";

/** Numbers and codes: the same, one slip of the finger apart, two, or another one. */
export const CODE_LEVELS = 4;

const DATE = /^(\d{4})(\d{2})(\d{2})$/;

/** Compares ids, phone numbers and postcodes, which are wrong by single characters. 1 the same, 2 one slip, 3 two slips, 4 different. */
export function compareCodes(a: string, b: string): number {
  if (a === b) return 1;
  // Two slips in a short code leave nothing of it.
  const limit = Math.min(a.length, b.length) >= 6 ? 2 : 1;
  const distance = editDistance(a, b, limit);
  return distance > limit ? CODE_LEVELS : distance + 1;
}

/** Compares days written as YYYYMMDD: 1 the same, 2 one slip or day and month exchanged, 3 two of three parts the same or two slips, 4 different. */
export function compareDays(a: string, b: string): number {
  if (a === b) return 1;
  if (editDistance(a, b, 1) === 1) return 2;
  const [, yearA, monthA, dayA] = DATE.exec(a) ?? [];
  const [, yearB, monthB, dayB] = DATE.exec(b) ?? [];
  if (yearA === undefined || yearB === undefined) return CODE_LEVELS;
  if (yearA === yearB && monthA === dayB && dayA === monthB) return 2;
  const same = Number(yearA === yearB) + Number(monthA === monthB) + Number(dayA === dayB);
  return same === 2 || editDistance(a, b, 2) === 2 ? 3 : CODE_LEVELS;
}

/** Compares mail addresses: 1 the same, 2 the same mailbox elsewhere or one slip, 3 two slips, 4 different. */
export function compareMails(a: string, b: string): number {
  if (a === b) return 1;
  const distance = editDistance(a, b, 2);
  if (distance === 1) return 2;
  const [boxA = "", boxB = ""] = [a.split("@", 1)[0], b.split("@", 1)[0]];
  if (boxA === boxB && boxA.length >= 6) return 2;
  return distance === 2 ? 3 : CODE_LEVELS;
}
