import { compareWaiting } from "./routing-member.ts";
import type { RoutingMember } from "./routing-member.ts";

/** How a member stands while a batch is shared out; changes with each lead he gets, and each number only grows. */
export interface Standing {
  readonly member: RoutingMember;
  /** Place in the order of waiting; no two are equal. */
  waiting: number;
  turns: number;
  inHand: number;
  takenToday: number;
  /** When he last had a turn, for the explanation. */
  waitedSince: number | null;
  /** Counts the leads he got in the batch, so that a line notices that its key for him is old. */
  got: number;
}

export interface Limits {
  readonly maxInHand: number | null;
  readonly maxPerDay: number | null;
}

export const NO_LIMITS: Limits = { maxInHand: null, maxPerDay: null };

/** Everybody's standing at the start, by person id. */
export function standingsOf(members: readonly RoutingMember[]): Map<string, Standing> {
  const inOrder = members.toSorted(compareWaiting);
  return new Map(
    inOrder.map((member, waiting) => [
      member.personId,
      {
        member,
        waiting,
        turns: member.turns,
        inHand: member.inHand,
        takenToday: member.takenToday,
        waitedSince: member.lastTurn?.at ?? null,
        got: 0,
      },
    ]),
  );
}

/** Whether the limits of the rule or his own keep him from another lead. Who is full stays full for the batch. */
export function isFull({ member, inHand, takenToday }: Standing, rule: Limits): boolean {
  const reached = (count: number, limit: number | null): boolean => limit !== null && count >= limit;
  return (
    reached(inHand, rule.maxInHand) ||
    reached(inHand, member.maxInHand) ||
    reached(takenToday, rule.maxPerDay) ||
    reached(takenToday, member.maxPerDay)
  );
}
