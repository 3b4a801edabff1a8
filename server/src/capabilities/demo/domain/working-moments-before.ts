const MINUTE_MS = 60_000;
/** No break of a calendar is longer. */
const GIVE_UP_AFTER_MINUTES = 15 * 24 * 60;

/**
 * The moments at which so many working minutes were left until `now`, looking back from it: on a Sunday those of Friday
 * afternoon. What a calendar without any work does not have is left out.
 * @param minutes how many working minutes before, each.
 */
export function workingMomentsBefore(now: Date, minutes: readonly number[], isWorking: (at: Date) => boolean): Date[] {
  const wanted = new Set(minutes);
  const moments: Date[] = [];
  let worked = 0;
  for (let ago = 1; moments.length < wanted.size && ago <= GIVE_UP_AFTER_MINUTES; ago++) {
    const at = new Date(now.getTime() - ago * MINUTE_MS);
    if (!isWorking(at)) continue;
    worked++;
    if (wanted.has(worked)) moments.unshift(at);
  }
  return moments;
}
