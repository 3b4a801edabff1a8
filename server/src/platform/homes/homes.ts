import type { Context, ReadContext } from "../ledger/context.ts";
import { countHomed, settleHomed } from "./homed-table.ts";
import type { HomedTable } from "./homed-table.ts";

/** The two sides of a merge. */
export interface Sides {
  readonly survivorId: string;
  readonly mergedId: string;
}

/** A row that gave way to another when two became one, and what it was before. */
export interface Meeting {
  readonly rowId: string;
  readonly before: unknown;
}

/** Rows of one kind that follow their home through merges (R-ID-7). */
export interface HomedPart {
  /** What they are in the plural, as previews name them. */
  readonly what: string;
  readonly table: HomedTable;
  /** What must happen between the two sides before they are one. @returns what `part` needs to take it back. */
  meet?(context: Context, sides: Sides): Promise<readonly Meeting[]>;
  /** Takes back what `meet` did between rows of these owners that no longer belong together. */
  part?(context: Context, ownerIds: readonly string[], met: readonly Meeting[]): Promise<void>;
}

/**
 * What belongs to a record and follows it through merges. The record's own capability does not know all of it: those above
 * add their rows when they are loaded, as they add who follows (`Following`).
 */
export class Homes {
  readonly #parts: HomedPart[] = [];

  /** Adds rows that have a home. */
  add(part: HomedPart): void {
    this.#parts.push(part);
  }

  /** How many rows of each kind have their home at one of these records; kinds without any are left out. */
  async count(context: Pick<ReadContext, "tx">, homes: readonly string[]): Promise<{ what: string; count: number }[]> {
    const counted: { what: string; count: number }[] = [];
    for (const { what, table } of this.#parts) counted.push({ what, count: await countHomed(context, table, homes) });
    return counted.filter(({ count }) => count > 0);
  }

  /** Lets the two sides of a merge meet, before anything moves. */
  async meet(context: Context, sides: Sides): Promise<Meeting[]> {
    const met: Meeting[] = [];
    for (const part of this.#parts) met.push(...((await part.meet?.(context, sides)) ?? []));
    return met;
  }

  /** Brings everything with these homes to the record it belongs to now. */
  async settle({ client }: Context, homes: readonly string[], ownerId: string): Promise<void> {
    for (const { table } of this.#parts) await settleHomed(client, table, homes, ownerId);
  }

  /** Takes back what `meet` did, as far as it was between records that are two again. */
  async part(context: Context, ownerIds: readonly string[], met: readonly Meeting[]): Promise<void> {
    for (const part of this.#parts) await part.part?.(context, ownerIds, met);
  }
}
