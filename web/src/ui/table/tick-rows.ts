/** Chooses a row, or takes the choice back. */
export function toggled(chosen: ReadonlySet<string>, id: string): Set<string> {
  const next = new Set(chosen);
  if (!next.delete(id)) next.add(id);
  return next;
}

/** Chooses everything between two rows, both included: what shift and a click mean. */
export function withRange(chosen: ReadonlySet<string>, ids: readonly string[], from: string, to: string): Set<string> {
  const [one, other] = [ids.indexOf(from), ids.indexOf(to)];
  if (one < 0 || other < 0) return toggled(chosen, to);
  const next = new Set(chosen);
  for (const id of ids.slice(Math.min(one, other), Math.max(one, other) + 1)) next.add(id);
  return next;
}

/** All of these rows, or none when all were chosen already; rows that are not listed stay as they are. */
export function allOrNone(chosen: ReadonlySet<string>, ids: readonly string[]): Set<string> {
  const next = new Set(chosen);
  const areAll = ids.length > 0 && ids.every((id) => chosen.has(id));
  for (const id of ids) {
    if (areAll) next.delete(id);
    else next.add(id);
  }
  return next;
}
