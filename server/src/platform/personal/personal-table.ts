/** Somebody, as the rows about them are found. */
export interface PersonSought {
  /** The record and everything that was merged into it. */
  readonly contactIds: readonly string[];
  /** Their identifiers, living and retired. */
  readonly identifierIds: readonly string[];
  /** Their names and the values of their identifiers, as texts may carry them; the longest first. */
  readonly words: readonly string[];
}

/** A table with rows about people, as finding, exporting and erasing somebody see it (R-PRIV-2). */
export interface PersonalTable {
  readonly table: string;
  /** What its rows are in the plural, as previews name them. */
  readonly what: string;
  /** Which rows are about somebody: a condition on `t`, with `given.contacts`, `given.identifiers` and `given.words`. */
  readonly about: string;
  /** What becomes of them: they go, or stay without what these columns said; each becomes the value of its expression. */
  readonly erased: "removed" | Readonly<Record<string, string>>;
  /** How its rows are kept: `unledgered` ones have no images, and facts are found by `about` again. */
  readonly kept?: "ledgered" | "fact" | "unledgered";
  /** Whether the person may read the rows when they ask for what we hold; not those that only help the machine. */
  readonly exported?: false;
}

const tables: PersonalTable[] = [];

/** Declares rows about people, in `<capability>.audit.ts`. */
export function personalTable(declared: PersonalTable): void {
  tables.push(declared);
}

/** Everything declared so far, in the order of the capabilities. */
export const personalTables = (): readonly PersonalTable[] => tables;
