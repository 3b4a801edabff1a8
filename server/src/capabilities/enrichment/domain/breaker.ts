/** How a source has answered lately. */
export interface Breaker {
  readonly failedInARow: number;
  readonly restsUntil: Date | null;
}

/** A source that fails so often in a row is left alone. */
export const FAILURES_UNTIL_REST = 3;
/** The first rest; each further one is twice as long, up to the longest. */
export const FIRST_REST_MS = 60_000;
export const LONGEST_REST_MS = 3_600_000;

/** `well`: it may be asked; `resting`: not before its rest is over; `trying`: one question may be put, which decides. */
export function breakerState({ failedInARow, restsUntil }: Breaker, now: Date): "well" | "resting" | "trying" {
  if (failedInARow < FAILURES_UNTIL_REST || restsUntil === null) return "well";
  return restsUntil > now ? "resting" : "trying";
}

/** What a failure does: after a few in a row a rest, which grows as long as it goes on. */
export function afterFailure({ failedInARow }: Breaker, now: Date): Breaker {
  const failures = failedInARow + 1;
  if (failures < FAILURES_UNTIL_REST) return { failedInARow: failures, restsUntil: null };
  const rest = Math.min(FIRST_REST_MS * 2 ** (failures - FAILURES_UNTIL_REST), LONGEST_REST_MS);
  return { failedInARow: failures, restsUntil: new Date(now.getTime() + rest) };
}

/** An answer, whatever it says, ends it. */
export const AFTER_ANSWER: Breaker = { failedInARow: 0, restsUntil: null };
