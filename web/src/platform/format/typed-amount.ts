import amountUnits from "./amount-units.json" with { type: "json" };
import { minorDigits } from "./money.ts";

const UNITS = new Map<string, number>(Object.entries(amountUnits));

/**
 * What somebody typed as an amount, in minor units: `2,680,000`, `1.2m`, and the Chinese units of ten thousand and a
 * hundred million. Undefined when it is no amount.
 */
export function typedAmount(typed: string, currency: string): number | undefined {
  const plain = typed
    .normalize("NFKC")
    .replaceAll(/[,\s\p{Sc}]/gu, "")
    .toLowerCase();
  const found = /^(-?\d+(?:\.\d+)?)(\p{L}*)$/u.exec(plain);
  if (found === null) return undefined;
  const [, digits = "", unit = ""] = found;
  const size = unit === "" ? 1 : UNITS.get(unit);
  if (size === undefined) return undefined;
  const minor = Math.round(Number(digits) * size * 10 ** minorDigits(currency));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** An amount as somebody would type it: `2680000`. */
export const amountAsTyped = (minor: number, currency: string): string => String(minor / 10 ** minorDigits(currency));
