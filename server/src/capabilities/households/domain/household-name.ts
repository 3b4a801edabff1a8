const HAN = /\p{Script=Han}/u;
const NAMED = 2;

/** What a household is called when nobody says: after the first two of its people who have names, 许静、梁建波的家庭. */
export function householdName(names: readonly (string | null)[]): string | null {
  const known = names.filter((name): name is string => name !== null && name.trim() !== "").slice(0, NAMED);
  if (known.length === 0) return null;
  return known.some((name) => HAN.test(name)) ? `${known.join("、")}的家庭` : `Household of ${known.join(" and ")}`;
}
