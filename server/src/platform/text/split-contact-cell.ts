const BETWEEN_PHONES = /[/;；、|\\\n，,]|\s{2,}|或者?|和|及|以及/;
const BETWEEN_EMAILS = /[/;；、|，,\s]+/;
const FEWEST_DIGITS = 7;
const LONGEST_CELL = 500;
/** Mobiles with nothing but a space between, or glued: 13800138000 13900139000. */
const MOBILES_IN_A_ROW = /^(?:(?:(?:\+|00)?86[\s-]?)?1[3-9]\d{9}[\s,]*){2,}$/;
const MOBILE = /(?:(?:\+|00)?86[\s-]?)?1[3-9]\d{9}/g;
/** The part of a landline before its local number, with country and area code. */
const AREA_CODE = /^\D*?((?:(?:\+|00)?86[\s-]*)?\(?0(?:10|2\d|[3-9]\d{2})\)?[\s-]*)[2-8]\d{2,3}[\s-]?\d{4}/;
const LOCAL_ONLY = /^[2-8]\d{2,3}[\s-]?\d{4}(?:\D.*)?$/;
/** A landline up to its extension, and the extensions that follow: 021-62335566-8012/8013, 转801或802. */
const WITH_EXTENSION = /^(.*\d{7,8}\s*(?:-|转|分机|ext\.?|x|#)\s*)\d{1,6}$/i;
const EXTENSION_ONLY = /^\d{1,6}$/;

/**
 * The numbers in one cell: 13800138000/021-62335566. It is cut only where every part is long enough to be a number, since a
 * comma or slash may also stand before an extension. A part takes the area code of the landline before it
 * (021-62335566/62335567), and a few digits behind an extension are another one (转801或802).
 */
export function splitPhones(cell: string): string[] {
  if (cell.length > LONGEST_CELL) return [cell];
  if (MOBILES_IN_A_ROW.test(cell)) return cell.match(MOBILE) ?? [cell];
  if (!BETWEEN_PHONES.test(cell)) return [cell];
  const parts = partsOf(cell, BETWEEN_PHONES);
  const numbers: string[] = [];
  for (const part of parts) {
    const before = numbers.at(-1) ?? "";
    const extended = WITH_EXTENSION.exec(before)?.[1];
    const area = LOCAL_ONLY.test(part) ? AREA_CODE.exec(before)?.[1] : undefined;
    if (EXTENSION_ONLY.test(part) && extended !== undefined) numbers.push(extended + part);
    else numbers.push((area ?? "") + part);
  }
  return numbers.length > 1 && numbers.every(isLongEnough) ? numbers : [cell];
}

/** The addresses in one cell; it is cut only where every part has an @. */
export function splitEmails(cell: string): string[] {
  if (!BETWEEN_EMAILS.test(cell)) return [cell];
  const parts = partsOf(cell, BETWEEN_EMAILS);
  return parts.length > 1 && parts.every((part) => part.includes("@")) ? parts : [cell];
}

function partsOf(cell: string, between: RegExp): string[] {
  return cell
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");
}

function isLongEnough(part: string): boolean {
  return part.replaceAll(/\D/g, "").length >= FEWEST_DIGITS;
}
