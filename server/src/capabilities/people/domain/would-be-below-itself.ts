/** A team and the team above it. */
export interface TreeTeam {
  readonly id: string;
  readonly parentId: string | null;
}

/** Whether a team would be below itself if it were put below `parentId`. */
export function wouldBeBelowItself(teams: readonly TreeTeam[], id: string, parentId: string | null): boolean {
  const parents = new Map(teams.map((team) => [team.id, team.parentId]));
  const seen = new Set<string>();
  for (let above = parentId; above !== null && !seen.has(above); above = parents.get(above) ?? null) {
    if (above === id) return true;
    seen.add(above);
  }
  return false;
}
