import { foldText } from "../../../platform/text/clean-text.ts";

/** The bands of company sizes, by how many people at least. */
const BANDS = [
  { from: 5000, band: "5000+" },
  { from: 1000, band: "1000-4999" },
  { from: 200, band: "200-999" },
  { from: 50, band: "50-199" },
  { from: 1, band: "1-49" },
] as const;
const FIGURES = /\d+(?:,\d{3})*/g;
const FEWER = /以下|少于|不足|小于|less|under|below|[<＜]/;

/**
 * The band of a company by how many people a text says it has: 230 人, 200-499人, 5000人以上, 少于 50 人, 1,200. Of a range the
 * lower end decides, of "fewer than" one fewer. Null when it names no figure.
 */
export function parseSizeBand(text: string): (typeof BANDS)[number]["band"] | null {
  const folded = foldText(text).replaceAll("万", "0000");
  const [first] = folded.match(FIGURES) ?? [];
  if (first === undefined) return null;
  const people = Number(first.replaceAll(",", "")) - (FEWER.test(folded) ? 1 : 0);
  return BANDS.find(({ from }) => people >= from)?.band ?? null;
}
