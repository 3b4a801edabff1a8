const BETWEEN_PHONES = /[/;；、|\n，,]|\s{2,}/;
const BETWEEN_EMAILS = /[/;；、|，,\s]+/;
const FEWEST_DIGITS = 7;

/** The numbers in one cell: 13800138000/021-62335566. It is cut only where every part is long enough to be a number, since a comma or slash may also stand before an extension. */
export function splitPhones(cell: string): string[] {
  return splitWhen(cell, BETWEEN_PHONES, (part) => part.replaceAll(/\D/g, "").length >= FEWEST_DIGITS);
}

/** The addresses in one cell; it is cut only where every part has an @. */
export function splitEmails(cell: string): string[] {
  return splitWhen(cell, BETWEEN_EMAILS, (part) => part.includes("@"));
}

function splitWhen(cell: string, between: RegExp, isOne: (part: string) => boolean): string[] {
  if (!between.test(cell)) return [cell];
  const parts = cell
    .split(between)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  return parts.length > 1 && parts.every(isOne) ? parts : [cell];
}
