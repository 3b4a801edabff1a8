/**
 * Whether a company is another one or stands somewhere below it.
 * @param lines under which company each stands; one that is not in it stands below nobody known.
 */
export function standsBelowIn(lines: ReadonlyMap<string, string | null>, id: string, aboveId: string): boolean {
  const met = new Set<string>();
  for (let at: string | null = id; at !== null && !met.has(at); at = lines.get(at) ?? null) {
    if (at === aboveId) return true;
    met.add(at);
  }
  return false;
}
