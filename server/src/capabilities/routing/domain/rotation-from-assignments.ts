import { compareTurns } from "./routing-member.ts";
import type { Turn } from "./routing-member.ts";

/** An assignment row, with how it was answered. */
export interface UsedTurn {
  readonly id: string;
  readonly personId: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Rejected with an effect of `TURN_BACK_EFFECTS`: the turn counts as not used. */
  readonly givenBack: boolean;
}

export interface RotationPlace {
  readonly lastTurn: Turn | null;
  /** Turns used since the window began. */
  readonly turns: number;
}

/**
 * Where everybody stands in the rotation, from the assignment rows alone (R-ROUTE-2): whoever gets a turn back stands where
 * he stood before it. Rows before `windowStart` say when the last turn was, but do not count into `turns`. People without a
 * row are not in the map: they have waited longest.
 */
export function rotationFromAssignments(
  assignments: readonly UsedTurn[],
  windowStart: number,
): Map<string, RotationPlace> {
  const places = new Map<string, RotationPlace>();
  for (const { id, personId, at, givenBack } of assignments) {
    if (givenBack) continue;
    const before = places.get(personId) ?? { lastTurn: null, turns: 0 };
    const turn = { at, id };
    places.set(personId, {
      lastTurn: compareTurns(before.lastTurn, turn) > 0 ? before.lastTurn : turn,
      turns: before.turns + (at >= windowStart ? 1 : 0),
    });
  }
  return places;
}
