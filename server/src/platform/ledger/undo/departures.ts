import type { PoolClient } from "pg";
import type { UndoPlan } from "./plan-undo.ts";

/** Something that leaves the house and that no undo can take back: messages, downloads, reveals. */
export interface Departure {
  /** Plural noun, also the key of its words: `notifications`. */
  readonly what: string;
  /**
   * How many left because of what is being undone. The plan's temporary tables are there to read: `undo_scope` holds the
   * operations, `undo_created_<table>` the rows they made.
   */
  count(client: PoolClient, plan: UndoPlan): Promise<number>;
}

const departures = new Map<string, Departure>();

/** Declares what leaves the house, in `<capability>.audit.ts`. */
export function declareDeparture(departure: Departure): void {
  if (departures.has(departure.what)) throw new Error(`departure ${departure.what} is declared twice`);
  departures.set(departure.what, departure);
}

/** What cannot be taken back, by name and number; nothing for what nothing left of (architecture.md, Undo 4). */
export async function departuresOf(client: PoolClient, plan: UndoPlan): Promise<{ what: string; count: number }[]> {
  const counted: { what: string; count: number }[] = [];
  for (const { what, count } of departures.values()) counted.push({ what, count: await count(client, plan) });
  return counted.filter(({ count }) => count > 0);
}
