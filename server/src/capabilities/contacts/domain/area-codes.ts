import codes from "./area-codes.json" with { type: "json" };

const regionsByCode: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries(codes).map(([areaCode, regions]) => [areaCode, regions.split(" ")]),
);
const codeByRegion = new Map<string, string>();
for (const [areaCode, regions] of regionsByCode) {
  for (const region of regions) if (!codeByRegion.has(region)) codeByRegion.set(region, areaCode);
}
const LANDLINE = /^\+86(10|2\d|[3-9]\d{2})\d{7,8}(?:;ext=\d+)?$/;

/** The area code, with its 0, that is dialled in a division: its own, its city's, or that of a city which is its own province; null for a whole province. */
export function areaCodeOf(regionCode: string): string | null {
  const above = [regionCode, `${regionCode.slice(0, 4)}00`, `${regionCode.slice(0, 2)}0000`];
  return above.map((region) => codeByRegion.get(region)).find((code) => code !== undefined) ?? null;
}

/** The division where a mainland landline (a phone identifier's value) stands: a city, or the province when cities share the area code; null for other numbers. */
export function regionOfPhone(value: string): string | null {
  const area = LANDLINE.exec(value)?.[1];
  const [region, second] = (area === undefined ? undefined : regionsByCode.get(`0${area}`)) ?? [];
  if (region === undefined) return null;
  return second === undefined ? region : `${region.slice(0, 2)}0000`;
}
