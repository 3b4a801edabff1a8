/** When somebody last used a turn: the instant of the assignment row in milliseconds, and its id, which breaks ties. */
export interface Turn {
  readonly at: number;
  readonly id: string;
}

/**
 * Somebody leads can be given to, as of now. `off_hours`: outside their working hours, asked only when nobody of the team is
 * on duty, and their clock stands until they are. `away`: on leave or gone; skipped, the turn waits for them (R-ROUTE-1).
 */
export interface RoutingMember {
  readonly personId: string;
  readonly presence: "on_duty" | "off_hours" | "away";
  readonly lastTurn: Turn | null;
  /** Turns used in the window that proportions are kept over. */
  readonly turns: number;
  /** Leads that wait for his answer or are his, as the limits count them. */
  readonly inHand: number;
  readonly takenToday: number;
  /** Limits of the person, whatever rule the lead comes by; null is none. */
  readonly maxInHand: number | null;
  readonly maxPerDay: number | null;
}

/** Who waited longer comes first: never had a turn, then the older turn; ties by person id (R-ROUTE-2). */
export function compareWaiting(
  a: { readonly personId: string; readonly lastTurn: Turn | null },
  b: { readonly personId: string; readonly lastTurn: Turn | null },
): number {
  return compareTurns(a.lastTurn, b.lastTurn) || (a.personId < b.personId ? -1 : Number(a.personId > b.personId));
}

/** Older first; none is the oldest. */
export function compareTurns(a: Turn | null, b: Turn | null): number {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return a.at - b.at || (a.id < b.id ? -1 : Number(a.id > b.id));
}
