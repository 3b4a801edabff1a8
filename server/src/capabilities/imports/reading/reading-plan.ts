import type { DateOrder } from "../domain/read-wall-time.ts";
import type { RowBatch, RowBatchPlan } from "../domain/row-batches.ts";

/** Everything a thread must know to read the rows of a file. */
export interface ReadingPlan {
  readonly batches: RowBatchPlan;
  readonly dates: { readonly timeZone: string; readonly order: DateOrder | null; readonly now: number };
  /** Of amounts that name none. */
  readonly currency: string;
}

/** What the thread answers to a piece of the file, or to its end. */
export interface RowsAnswer {
  readonly batches: readonly RowBatch[];
}
