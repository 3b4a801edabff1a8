import { divisionOf, INDUSTRY_SECTIONS } from "@tongzhou/contract/industries";
import type { TerritoryRule } from "@tongzhou/contract/territories";

/** `330000` → `33%`, `330200` → `3302%`: all that lies within a region. */
export function regionPattern(code: string): string {
  const significant = code.endsWith("0000") ? code.slice(0, 2) : code.endsWith("00") ? code.slice(0, 4) : code;
  return `${significant}%`;
}

/** The divisions of GB/T 4754 that sections and divisions stand for. */
export function divisionsOf(industries: readonly string[]): string[] {
  const divisions = industries.flatMap((code) => {
    const section = INDUSTRY_SECTIONS.find((each) => each.code === code);
    if (!section) return divisionOf(code) ?? [];
    return Array.from({ length: section.to - section.from + 1 }, (_, at) => String(section.from + at).padStart(2, "0"));
  });
  return [...new Set(divisions)].toSorted();
}

/** A rule as the columns of its row, with what companies are compared with. */
export const columnsOfRule = ({ regions, industries, sizeBands }: TerritoryRule) => ({
  regions,
  region_patterns: regions.map(regionPattern),
  industries,
  divisions: divisionsOf(industries),
  size_bands: sizeBands,
});

/** Whether a rule asks anything at all. */
export const asksSomething = ({ regions, industries, sizeBands }: TerritoryRule): boolean =>
  regions.length + industries.length + sizeBands.length > 0;
