import { minorDigits } from "./money.ts";

const UNITS: Record<string, number> = { "\u4e07": 1e4, "\u4ebf": 1e8, k: 1e3, m: 1e6, b: 1e9 };

/**
 * What somebody typed as an amount, in minor units: `2,680,000`, `268 万`, `1.2m`. Undefined when it is no amount.
 */
export function typedAmount(typed: string, currency: string): number | undefined {
  const plain = typed
    .normalize("NFKC")
    .replaceAll(/[,\s\u00a5$]/gu, "")
    .toLowerCase();
  const found = /^(-?\d+(?:\.\d+)?)([\u4e07\u4ebfkmb])?\u5143?$/u.exec(plain);
  if (found === null) return undefined;
  const [, digits = "", unit = ""] = found;
  const minor = Math.round(Number(digits) * (UNITS[unit] ?? 1) * 10 ** minorDigits(currency));
  return Number.isSafeInteger(minor) ? minor : undefined;
}

/** An amount as somebody would type it: `2680000`. */
export const amountAsTyped = (minor: number, currency: string): string => String(minor / 10 ** minorDigits(currency));
