import type { Context, ReadContext } from "../ledger/context.ts";
import { countHomed, settleHomed } from "./homed-table.ts";
import type { HomedTable } from "./homed-table.ts";
import { homesBelow, pathToSurvivor, setMergedInto } from "./merge-tree.ts";
import type { MergeTree } from "./merge-tree.ts";

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

/** What met in merges of those that part: in this one, and in all that had to do with them, the earliest first. */
export interface Met {
  readonly here: readonly Meeting[];
  readonly all: readonly Meeting[];
}

/** What follows a record through merges (R-ID-7). */
export interface HomedPart {
  /** What it is in the plural, as previews name it. */
  readonly what: string;
  /** Rows of one kind that have a home; absent for what follows in a way of its own. */
  readonly table?: HomedTable;
  /** How many would go with a record that is merged, where there is no table. */
  count?(context: Pick<ReadContext, "tx">, recordId: string): Promise<number>;
  /** How many would go with the merged one of these sides that part, where there is no table. */
  countParting?(context: Pick<ReadContext, "tx">, sides: Sides, here: readonly Meeting[]): Promise<number>;
  /** What must happen between the two sides before they are one. @returns what `part` needs to take it back. */
  meet?(context: Context, sides: Sides): Promise<readonly Meeting[]>;
  /** Takes back what `meet` did between rows of these two, which no longer belong together. */
  part?(context: Context, sides: Sides, met: Met): Promise<void>;
}

/** How many of what. */
interface Counted {
  readonly what: string;
  readonly count: number;
}

/**
 * What belongs to a record and follows it through merges. The record's own capability does not know all of it: those above
 * add their parts when they are loaded, as they add who follows (`Following`).
 */
export class Homes {
  readonly tree: MergeTree;
  readonly #changed: string;
  readonly #parts: HomedPart[] = [];

  /** @param changed the event by which both sides are announced. */
  constructor(tree: MergeTree, changed: string) {
    this.tree = tree;
    this.#changed = changed;
  }

  /** Adds rows that have a home. */
  add(part: HomedPart): void {
    this.#parts.push(part);
  }

  /** The record and everything that was merged into it. */
  below(context: Pick<ReadContext, "tx">, recordId: string): Promise<string[]> {
    return homesBelow(context, this.tree, recordId);
  }

  /** The record, those it goes on as, and at last the one that is not merged. */
  pathToSurvivor(context: Pick<ReadContext, "tx">, recordId: string): Promise<string[]> {
    return pathToSurvivor(context, this.tree, recordId);
  }

  /** How many of each kind would go with a record that is merged; kinds without any are left out. */
  async countMoving(context: Pick<ReadContext, "tx">, recordId: string): Promise<Counted[]> {
    return this.#count(context, recordId, (part) => part.count?.(context, recordId));
  }

  /** How many of each kind would go with the merged one of these sides. @param here what met in their merge. */
  async countParting(context: Pick<ReadContext, "tx">, sides: Sides, here: readonly Meeting[]): Promise<Counted[]> {
    return this.#count(context, sides.mergedId, (part) => part.countParting?.(context, sides, here));
  }

  /**
   * Makes one record go on as another: everything that has its home below the merged one belongs to the survivor from now on
   * (R-ID-7). Nothing is deleted. Both must be locked and neither merged.
   * @returns what gave way to each other, which `split` needs.
   */
  async join(context: Context, sides: Sides): Promise<Meeting[]> {
    const met: Meeting[] = [];
    for (const part of this.#parts) met.push(...((await part.meet?.(context, sides)) ?? []));
    await setMergedInto(context, this.tree, sides.mergedId, sides.survivorId);
    await this.#settle(context, sides.survivorId);
    await this.#announce(context, sides);
    return met;
  }

  /**
   * Makes them two again: what has its home below the merged one goes with it, whenever it came; the rest stays. The survivor
   * is the one that goes on for it now, which later merges may have changed.
   */
  async split(context: Context, sides: Sides, met: Met): Promise<void> {
    await setMergedInto(context, this.tree, sides.mergedId, null);
    await this.#settle(context, sides.mergedId);
    await this.#settle(context, sides.survivorId);
    for (const part of this.#parts) await part.part?.(context, sides, met);
    await this.#announce(context, sides);
  }

  /** Brings everything with a home below a record to it. */
  async #settle(context: Context, ownerId: string): Promise<void> {
    const homes = await this.below(context, ownerId);
    for (const { table } of this.#parts) if (table) await settleHomed(context.client, table, homes, ownerId);
  }

  async #announce(context: Context, { survivorId, mergedId }: Sides): Promise<void> {
    await context.emit(this.#changed, [survivorId, mergedId].toSorted());
  }

  async #count(
    context: Pick<ReadContext, "tx">,
    recordId: string,
    otherwise: (part: HomedPart) => Promise<number> | undefined,
  ): Promise<Counted[]> {
    const homes = await this.below(context, recordId);
    const counted: Counted[] = [];
    for (const part of this.#parts) {
      const count = part.table ? await countHomed(context, part.table, homes) : await otherwise(part);
      counted.push({ what: part.what, count: count ?? 0 });
    }
    return counted.filter(({ count }) => count > 0);
  }
}
