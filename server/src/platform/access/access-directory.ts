import type { PeopleSnapshot } from "./people-snapshot.ts";

/** The snapshot is read again after so long even when nobody said that something changed: a lost notice heals itself. */
const LIFETIME_MS = 10_000;

/**
 * Keeps the people and grants of the house in memory. What changes them says so (the broadcast `people`, and
 * `forget` in the process that did it), so a change of rights holds at once here and within milliseconds elsewhere.
 */
export class AccessDirectory {
  readonly #read: () => Promise<PeopleSnapshot>;
  readonly #lifetime: number;
  #present: { readonly snapshot: Promise<PeopleSnapshot>; readonly until: number } | undefined;

  constructor(read: () => Promise<PeopleSnapshot>, lifetime = LIFETIME_MS) {
    this.#read = read;
    this.#lifetime = lifetime;
  }

  /** The people as they are; one reading serves everybody who asks meanwhile. */
  snapshot(): Promise<PeopleSnapshot> {
    const present = this.#present;
    if (present && performance.now() < present.until) return present.snapshot;
    const snapshot = this.#read();
    const mine = { snapshot, until: performance.now() + this.#lifetime };
    this.#present = mine;
    snapshot.catch(() => {
      if (this.#present === mine) this.#present = undefined;
    });
    return snapshot;
  }

  /** What was read no longer holds; a reading under way is not used either. */
  forget(): void {
    this.#present = undefined;
  }
}
