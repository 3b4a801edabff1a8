import type { FormatContext } from "./format-context.ts";
import { decimal, shortened } from "./numbers.ts";

/** As Chinese business people write them; others by their code. */
const SYMBOLS: Record<string, string> = {
  CNY: "¥",
  USD: "US$",
  EUR: "€",
  GBP: "£",
  HKD: "HK$",
  JPY: "JP¥",
  TWD: "NT$",
  SGD: "S$",
  KRW: "₩",
};

const symbolOf = (currency: string): string => SYMBOLS[currency] ?? `${currency} `;

const digits = new Map<string, number>();

/** How many decimals the minor unit of a currency has: 2 for CNY (fen), 0 for JPY. */
export function minorDigits(currency: string): number {
  const known = digits.get(currency);
  if (known !== undefined) return known;
  const found =
    new Intl.NumberFormat("en-US", { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 2;
  digits.set(currency, found);
  return found;
}

/** Minor units (fen) as whole units (yuan). */
const inUnits = (minor: number, currency: string): number => minor / 10 ** minorDigits(currency);

const RULE = { decimals: 1, most: 2 };

/** `¥268 万`, `¥3.2 亿`, en `¥2.68M`: for headlines, lists and cards. `fixed` keeps one decimal, for columns. */
export function money(context: FormatContext, minor: number, currency = context.currency, fixed = false): string {
  const amount = inUnits(minor, currency);
  const rule = context.language === "zh-CN" ? { ...RULE, fixed } : { ...RULE, fixed: false };
  const text = shortened(context.t, context.language, Math.abs(amount), rule);
  return `${amount < 0 ? "−" : ""}${symbolOf(currency)}${text}`;
}

/** `¥2,680,000.00`: in records and quotes, to the last fen. */
export function exactMoney(context: FormatContext, minor: number, currency = context.currency): string {
  const text = decimal(Math.abs(inUnits(minor, currency)), minorDigits(currency), true);
  return `${minor < 0 ? "−" : ""}${symbolOf(currency)}${text}`;
}

/** `¥200–300 万`: the unit once, when both ends have the same. */
export function moneyRange(context: FormatContext, from: number, to: number, currency = context.currency): string {
  const symbol = symbolOf(currency);
  const [low, high] = [money(context, from, currency), money(context, to, currency)];
  const unitOf = (text: string) => text.replace(/^[^\d]*[\d,.]+/u, "");
  const highAmount = high.slice(symbol.length);
  const lowAmount = unitOf(low) === unitOf(high) ? low.slice(0, low.length - unitOf(low).length) : low;
  return `${lowAmount}–${highAmount}`;
}
