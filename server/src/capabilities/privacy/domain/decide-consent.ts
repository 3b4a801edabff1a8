import type { ConsentPurpose, ConsentState } from "@tongzhou/contract/privacy";
import { dayAt } from "../../../platform/time/start-of-day.ts";

/** As much of a statement as decides. */
export interface Stated {
  /** Null for what follows from having been forgotten. */
  readonly id: string | null;
  readonly state: ConsentState;
  readonly at: Date;
}

/** What follows from the statements of one channel and purpose of an identifier. */
export interface ConsentDecision {
  readonly state: ConsentState | "unknown";
  readonly may: boolean;
  /** Withdrawn on the day of `now`: a grant of the same day would not count. */
  readonly closedToday: boolean;
  readonly statementId: string | null;
}

/**
 * May we? The newest statement wins, and a withdrawal beats a grant of the same day, whatever their hours: files know days
 * only. Marketing needs a grant; service and sales need that nobody withdrew (R-PRIV-1).
 * @param stated all statements of one identifier, channel and purpose, in any order.
 * @param timeZone the company's, which says what a day is.
 */
export function decideConsent(
  purpose: ConsentPurpose,
  stated: readonly Stated[],
  now: Date,
  timeZone: string,
): ConsentDecision {
  const dayOf = ({ at }: Stated): string => dayAt(at, timeZone);
  const lastDay = stated.map(dayOf).reduce((last, day) => (day > last ? day : last), "");
  const onLastDay = stated.filter((one) => dayOf(one) === lastDay);
  const withdrawn = onLastDay.filter(({ state }) => state === "withdrawn");
  const deciding = newest(withdrawn.length > 0 ? withdrawn : onLastDay);
  const state = deciding?.state ?? "unknown";
  return {
    state,
    may: purpose === "marketing" ? state === "granted" : state !== "withdrawn",
    closedToday: state === "withdrawn" && lastDay >= dayAt(now, timeZone),
    statementId: deciding?.id ?? null,
  };
}

function newest(stated: readonly Stated[]): Stated | undefined {
  return stated.toSorted((a, b) => b.at.getTime() - a.at.getTime() || ((a.id ?? "") < (b.id ?? "") ? 1 : -1))[0];
}
