import type { Neighbours } from "../../ui/record/record-types.ts";

interface RememberedList {
  object: string;
  /** The address it was shown at, so that the way back leads to the same rows. */
  href: string;
  ids: readonly string[];
}

let last: RememberedList | undefined;

/** Remembers the list from which records are opened, for the way back and for going from one to the next. */
export function rememberList(list: RememberedList): void {
  last = list;
}

/** Where the list of an object was last shown; `otherwise` when it was not. */
export const listHref = (object: string, otherwise: string): string =>
  last !== undefined && last.object === object ? last.href : otherwise;

/** The neighbours of a record in the list it was opened from; undefined when it came from elsewhere. */
export function neighboursOf(object: string, id: string, hrefOf: (id: string) => string): Neighbours | undefined {
  if (last === undefined || last.object !== object) return undefined;
  const { ids } = last;
  const at = ids.indexOf(id);
  if (at < 0) return undefined;
  const [previous, next] = [ids[at - 1], ids[at + 1]];
  return {
    at: at + 1,
    of: ids.length,
    ...(previous === undefined ? {} : { previous: hrefOf(previous) }),
    ...(next === undefined ? {} : { next: hrefOf(next) }),
  };
}
