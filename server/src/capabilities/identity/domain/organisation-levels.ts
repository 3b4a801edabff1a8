/**
 * How far two organisations' names agree: the same name; the same but for order, spelling, place or initials; all that tells
 * one apart found in the other; akin; different.
 */
export const ORGANISATION_LEVELS = { same: 1, respelled: 2, within: 3, akin: 4, different: 5 } as const;

/** What two names have in common. */
export interface Agreement {
  readonly level: number;
  /** The words that both have, by their numbers in the index. */
  readonly words: readonly number[];
}
