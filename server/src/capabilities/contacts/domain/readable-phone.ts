import { parsePhoneNumberFromString } from "libphonenumber-js/max";

const MAINLAND_MOBILE = /^\+86(1\d{2})(\d{4})(\d{4})$/;
const WITH_EXTENSION = /^(\+\d+)(?:;ext=(\d+))?$/;

/**
 * A number as people write it, for files: `+86 138 0000 6021`, `+1 213 373 4253`, extensions behind 转. The spaces keep a
 * spreadsheet from taking it for a figure. What is masked or no complete number stays as it is.
 */
export function readablePhone(value: string): string {
  const [, number, extension] = WITH_EXTENSION.exec(value) ?? [];
  if (number === undefined) return value;
  const mobile = MAINLAND_MOBILE.exec(number);
  const written = mobile
    ? `+86 ${mobile.slice(1).join(" ")}`
    : (parsePhoneNumberFromString(number)?.formatInternational().replaceAll("-", " ") ?? number);
  return extension === undefined ? written : `${written} 转 ${extension}`;
}
