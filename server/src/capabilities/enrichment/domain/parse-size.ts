/** The bands of `sizeBand` of accounts, each with the fewest people in it. */
const BANDS: readonly (readonly [string, number])[] = [
  ["5000+", 5000],
  ["1000-4999", 1000],
  ["200-999", 200],
  ["50-199", 50],
  ["1-49", 1],
];
const TEN_THOUSAND = 10_000;
const UNBOUNDED = /以上|超过|大于|\+|>/;
const BELOW = /以下|少于|小于|不足|</;

const bandOf = (people: number): string | null => BANDS.find(([, fewest]) => people >= fewest)?.[0] ?? null;

/** The size band of a number of people (1,234 人), a range (100-150) or a bound (5000 人以上); null where it could be several. */
export function parseSize(text: string): string | null {
  const folded = text.normalize("NFKC").replaceAll(",", "").trim();
  const numbers = [...folded.matchAll(/(\d+(?:\.\d+)?)\s*(万)?/g)].map(
    ([, digits = "", tens]) => Number(digits) * (tens === undefined ? 1 : TEN_THOUSAND),
  );
  const [first, second] = numbers;
  if (first === undefined || numbers.length > 2) return null;
  if (second !== undefined) return bandOf(first) === bandOf(second) ? bandOf(first) : null;
  if (BELOW.test(folded)) return bandOf(Math.max(first - 1, 1)) === "1-49" ? "1-49" : null;
  if (UNBOUNDED.test(folded)) return first >= (BANDS[0]?.[1] ?? 0) ? bandOf(first) : null;
  return bandOf(first);
}
