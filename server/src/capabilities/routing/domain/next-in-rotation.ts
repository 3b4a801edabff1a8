import { compareWaiting } from "./routing-member.ts";
import type { Turn } from "./routing-member.ts";

/** What a turn is decided by. */
export interface Waiting {
  readonly personId: string;
  readonly available: boolean;
  readonly lastTurn: Turn | null;
}

/** The available member who has waited longest, ties by id; null when nobody is available (R-ROUTE-2). */
export function nextInRotation<Member extends Waiting>(members: readonly Member[]): Member | null {
  return members
    .filter(({ available }) => available)
    .reduce<Member | null>((first, one) => (first === null || compareWaiting(one, first) < 0 ? one : first), null);
}
