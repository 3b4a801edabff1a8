import { foldText } from "../../../platform/text/clean-text.ts";

export type AmountProblem = "unreadable" | "too_large";

export interface ParsedAmount {
  /** Minor units (fen, cents); null when there is a problem. */
  minor: number | null;
  /** ISO 4217. */
  currency: string;
  problem: AmountProblem | null;
}

/** Longer signs first, since $, S$ and 元 are parts of others. */
const CURRENCIES: readonly (readonly [RegExp, string])[] = [
  [/hk\$|hkd|港币|港元/, "HKD"],
  [/nt\$|twd|新台币|台币/, "TWD"],
  [/r\$|brl/, "BRL"],
  [/usd|us\$|美元|美金/, "USD"],
  [/s\$|sgd/, "SGD"],
  [/\$/, "USD"],
  [/jpy|日元|円/, "JPY"],
  [/eur|欧元|€/, "EUR"],
  [/gbp|英镑|£/, "GBP"],
  [/cny|rmb|人民币|¥|元|圆|块/, "CNY"],
];
/** Currencies whose smallest unit in use is the whole one; all others here have hundredths. */
const WITHOUT_HUNDREDTHS: ReadonlySet<string> = new Set(["JPY"]);
const MULTIPLIERS: Record<string, number> = { 千: 3, k: 3, 万: 4, w: 4, 百万: 6, m: 6, 千万: 7, 亿: 8 };
const NUMBER = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d{1,3}(?:,\d{4})+|\d+)(?:\.(\d*))?(千万|百万|千|万|亿|k|w|m)?$/;
const EUROPEAN = /^[+-]?\d{1,3}(?:\.\d{3})*,\d{1,2}$/;
const LONGEST_TEXT = 60;

/**
 * Reads an amount of money: ¥268万, 1.2 亿, 3,000.00元, RMB 100, (100) for −100. A comma before one or two last digits is
 * a decimal comma (1.234,56). What is smaller than the minor unit is rounded half away from zero, all in whole numbers, so
 * nothing is lost on the way. Never throws.
 *
 * @param currency of amounts that name none
 */
export function parseAmount(raw: string, currency = "CNY"): ParsedAmount {
  if (raw.length > LONGEST_TEXT) return { minor: null, currency, problem: "unreadable" };
  let text = foldText(raw)
    .replace(/^(?:="|')|"$/g, "")
    .replaceAll(" ", "");
  let named = currency;
  const sign = CURRENCIES.find(([pattern]) => pattern.test(text));
  if (sign) {
    named = sign[1];
    text = text.replace(sign[0], "");
    // "人民币 3000 元" says it twice.
    if (named === "CNY") text = text.replace(/元整?|圆整?/, "");
  }
  const bracketed = /^\((.+)\)$/.exec(text);
  if (bracketed) text = `-${bracketed[1]}`;
  if (EUROPEAN.test(text)) text = text.replaceAll(".", "").replace(",", ".");
  const found = NUMBER.exec(text);
  if (!found) return { minor: null, currency: named, problem: "unreadable" };
  const digits = WITHOUT_HUNDREDTHS.has(named) ? 0 : 2;
  const minor = scaled(found, (MULTIPLIERS[found[4] ?? ""] ?? 0) + digits);
  if (minor > BigInt(Number.MAX_SAFE_INTEGER)) return { minor: null, currency: named, problem: "too_large" };
  return { minor: found[1] === "-" ? -Number(minor) || 0 : Number(minor), currency: named, problem: null };
}

/** The number without its sign times 10^places, rounded half up. */
function scaled(found: RegExpExecArray, places: number): bigint {
  const whole = (found[2] ?? "0").replaceAll(",", "");
  const fraction = found[3] ?? "";
  const kept = fraction.slice(0, places).padEnd(places, "0");
  const roundsUp = (fraction[places] ?? "0") >= "5";
  return BigInt(whole + kept) + (roundsUp ? 1n : 0n);
}
