import type { FormatContext, Language } from "./format-context.ts";

const TEN_THOUSAND = 10_000;
const HUNDRED_MILLION = 100_000_000;

/** Proper minus sign; a hyphen is too short beside figures. */
const withMinus = (text: string): string => text.replace("-", "−");

const plain = new Map<string, Intl.NumberFormat>();

/** A number with separators of thousands and at most (or, when `fixed`, exactly) so many decimals. */
export function decimal(value: number, most: number, fixed = false): string {
  const key = `${most}/${fixed}`;
  const known =
    plain.get(key) ??
    new Intl.NumberFormat("en-US", { maximumFractionDigits: most, minimumFractionDigits: fixed ? most : 0 });
  plain.set(key, known);
  return withMinus(known.format(value));
}

/** `8,426`. */
export const count = (value: number): string => decimal(value, 0);

/** `8,426`, and from ten thousand on `4.8 万` (en: `48.2K`): for headlines. */
export function headlineCount({ t, language }: FormatContext, value: number): string {
  return shortened(t, language, value, { decimals: 1, most: 1 });
}

/** A count that is exact, or an estimate that says so: `8,426`, `约 120 万`. */
export function estimate(context: FormatContext, value: number, exact: boolean): string {
  return exact ? count(value) : context.t("about", { amount: headlineCount(context, value) });
}

/** Share of one as percent: `73.4%`. */
export const percent = (share: number): string => `${decimal(share * 100, 1, true)}%`;

/** Difference of two shares in points, without sign: the arrow says the direction. `5.2` */
export const points = (difference: number): string => decimal(Math.abs(difference * 100), 1, true);

/** A multiple: `6.0 倍`, en `6.0×`. */
export const times = ({ t }: FormatContext, value: number): string => t("times", { amount: decimal(value, 1, true) });

export interface ShortenedRule {
  /** Decimals of 万 and K below a thousand of them. */
  decimals: number;
  /** Decimals of 亿, M and B. */
  most: number;
  fixed?: boolean;
}

interface Unit {
  size: number;
  decimals: number;
  say: (amount: string) => string;
}

function unitsOf(t: FormatContext["t"], language: Language, rule: ShortenedRule): Unit[] {
  if (language === "zh-CN") {
    return [
      { size: HUNDRED_MILLION, decimals: rule.most, say: (amount) => t("hundredMillion", { amount }) },
      { size: TEN_THOUSAND, decimals: rule.decimals, say: (amount) => t("tenThousand", { amount }) },
    ];
  }
  return [
    { size: 1e9, decimals: rule.most, say: (amount) => `${amount}B` },
    { size: 1e6, decimals: rule.most, say: (amount) => `${amount}M` },
    { size: 1e3, decimals: rule.decimals, say: (amount) => `${amount}K` },
  ];
}

/** A thousand of a unit and more is exact enough without decimals. */
const WITHOUT_DECIMALS_FROM = 1000;

/** A large number in the units people of the language count in; below ten thousand it is written out. */
export function shortened(t: FormatContext["t"], language: Language, value: number, rule: ShortenedRule): string {
  const size = Math.abs(value);
  const units = unitsOf(t, language, rule);
  // Rounding may lift a value into the next unit (99,999,600 is 1 亿, not 10,000 万), so the rounded one decides.
  const unit = size < TEN_THOUSAND - 0.5 ? undefined : units.find((each) => roundedIn(each, size) >= 1);
  if (unit === undefined) return count(value);
  const amount = value / unit.size;
  const isLong = Math.abs(amount) >= WITHOUT_DECIMALS_FROM;
  return unit.say(decimal(amount, isLong ? 0 : unit.decimals, !isLong && rule.fixed === true));
}

function roundedIn(unit: Unit, size: number): number {
  const smaller = unit.size === HUNDRED_MILLION ? TEN_THOUSAND : unit.size / 1000;
  return (Math.round(size / smaller) * smaller) / unit.size;
}
