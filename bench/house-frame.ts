/** Rows for COPY: text lines with tabs, `\N` for null. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
  readonly lines: Iterable<string>;
}

/** What leads refer to, and which of them come now. */
export interface HouseFrame {
  readonly newId: () => string;
  readonly reps: readonly string[];
  readonly sdrs: readonly string[];
  readonly lines: readonly string[];
  readonly campaigns: readonly string[];
  readonly poolOf: ReadonlyMap<string, string>;
  readonly standardId: string;
  readonly typeId: string;
  readonly stageIds: readonly string[];
  readonly now: number;
  /** Over how many days up to now leads came. */
  readonly days: number;
  readonly first: number;
  readonly count: number;
  readonly all: number;
}

export interface Customers {
  readonly tables: readonly Table[];
  readonly accounts: readonly string[];
  readonly contacts: readonly string[];
  /** The phone of each contact. */
  readonly phones: readonly string[];
}

export interface Sales {
  readonly tables: readonly Table[];
  /** When each lead was captured, in milliseconds. */
  readonly captured: readonly number[];
}

/** A number that looks like chance and is always the same for the same two. */
export function mixed(number: number, salt: number): number {
  let hash = Math.imul(number + 1, 0x9e3779b1) ^ Math.imul(salt + 1, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** One of a list. */
export const pick = <Value>(list: readonly Value[], number: number): Value => list[number % list.length] as Value;
/** An instant as COPY reads it. */
export const iso = (at: number): string => new Date(at).toISOString();
/** A line of COPY. */
export const row = (...values: readonly (string | number | null)[]): string =>
  `${values.map((value) => (value === null ? "\\N" : value)).join("\t")}\n`;
