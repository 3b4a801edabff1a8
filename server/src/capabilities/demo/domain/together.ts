/** What one announcement carries. */
const MAX_IDS = 1000;

interface Said {
  readonly event: string;
  readonly ids: readonly string[];
}

/**
 * One announcement an event, in the order in which events were first said, split where there are too many ids. An id that
 * was said twice is said once. The first of those that are joined lends everything else, so it counts as the cause.
 */
export function together<Announcement extends Said>(said: readonly Announcement[]): Announcement[] {
  const joined: { first: Announcement; ids: Set<string> }[] = [];
  const open = new Map<string, { first: Announcement; ids: Set<string> }>();
  for (const announcement of said) {
    let place = open.get(announcement.event);
    if (place === undefined || place.ids.size + announcement.ids.length > MAX_IDS) {
      place = { first: announcement, ids: new Set() };
      open.set(announcement.event, place);
      joined.push(place);
    }
    for (const id of announcement.ids) place.ids.add(id);
  }
  return joined.map(({ first, ids }) => ({ ...first, ids: [...ids] }));
}
