/** How a number on a sheet is meant. */
export type NumberKind =
  | { readonly kind: "number" }
  | { readonly kind: "date" }
  | { readonly kind: "time" }
  | { readonly kind: "percent" }
  /** Zeros in front up to so many digits: a landline without its area code's zero is another one. */
  | { readonly kind: "padded"; readonly digits: number };

export const PLAIN: NumberKind = { kind: "number" };
const DATE: NumberKind = { kind: "date" };
const TIME: NumberKind = { kind: "time" };
const PERCENT: NumberKind = { kind: "percent" };

/** Formats that have a number and no code in the file (ECMA-376 part 1, 18.8.30, with those of Chinese, Japanese and Korean). */
const BUILT_IN: readonly (readonly [from: number, to: number, NumberKind])[] = [
  [9, 10, PERCENT],
  [14, 17, DATE],
  [18, 21, TIME],
  [22, 22, DATE],
  [27, 31, DATE],
  [32, 35, TIME],
  [36, 36, DATE],
  [45, 47, TIME],
  [50, 54, DATE],
  [55, 56, TIME],
  [57, 58, DATE],
];

/** What stands in quotes, behind a backslash, or in brackets that are no elapsed time: words, colours, languages. */
const NOT_FORMAT = /"[^"]*"|\\.|_.|\*.|\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi;
const LATER_SECTIONS = /;.*$/s;
const ONLY_ZEROS = /^0{2,}$/;
const DAY_OR_YEAR = /[yde]|bb/i;
const CLOCK = /[hs]|am\/pm/i;
const MONTH = /m/i;
const SCIENTIFIC = /e[+-]/i;

/** What the format with this number means where the file has no code for it. */
export function builtInKind(id: number): NumberKind {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? PLAIN;
}

/** What a format's code means: `yyyy"年"m"月"d"日"` is a date, `0.0%` a percentage, `00000000000` a number of eleven digits. */
export function kindOfFormat(code: string): NumberKind {
  const [first = ""] = [code.replace(NOT_FORMAT, "").replace(LATER_SECTIONS, "")];
  const bare = first.trim();
  if (bare === "" || /general/i.test(bare) || bare === "@") return PLAIN;
  if (bare.includes("%")) return PERCENT;
  if (ONLY_ZEROS.test(bare)) return { kind: "padded", digits: bare.length };
  if (SCIENTIFIC.test(bare) || /[#?]/.test(bare)) return PLAIN;
  if (DAY_OR_YEAR.test(bare)) return DATE;
  if (CLOCK.test(bare)) return TIME;
  return MONTH.test(bare) ? DATE : PLAIN;
}
