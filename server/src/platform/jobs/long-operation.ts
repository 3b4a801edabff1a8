import type { z } from "zod";
import type { Context, House } from "../ledger/context.ts";
import type { OperationKind } from "../ledger/operation-kind.ts";

/** Numbers a person wants to see beside the progress, by name: `{ created: 812, attached: 188 }`. */
export type Counts = Readonly<Record<string, number>>;

/** Where a long operation is when a batch begins. */
export interface LongOperationProgress<Request, Position> {
  /** The parent operation. */
  readonly id: string;
  readonly request: Request;
  /** What the batch before this one left; the beginning for the first. */
  readonly position: Position;
  readonly done: number;
  readonly total: number | undefined;
  readonly counts: Counts;
}

/** What a batch did. */
export interface Batch<Position> {
  /** Where the next batch begins. */
  readonly position: Position;
  /** Units handled by this batch; added to the progress. */
  readonly done: number;
  /** Units there are in all, when known by now. */
  readonly total?: number;
  /** Added to the counts so far. */
  readonly counts?: Counts;
  /** True when nothing is left to do. */
  readonly isLast: boolean;
}

/** A kind of work that is too long for one transaction: import, bulk edit, replay, hand-over. */
export interface LongOperationDefinition<Request = unknown, Position = unknown> {
  /** `<capability>.<verb>`, kept for ever. */
  readonly name: string;
  /** The kind of each batch's operation. The kind of the parent is whatever operation began it. */
  readonly batchKind: OperationKind;
  /** What was asked for: ids and settings, never the records themselves. */
  readonly request: z.ZodType<Request>;
  readonly position: z.ZodType<Position>;
  /**
   * What the next batch needs and its transaction must not do: reading its input ahead, making partitions. Runs before each
   * batch, in no operation, and writes no business rows. It may run twice for one batch, or for a batch that then does not run.
   */
  prepare?(house: House, progress: LongOperationProgress<Request, Position>): Promise<void>;
  /**
   * Does the next batch, in an operation that is a child of the long one. All of its effects are in this transaction, the
   * new position too; so a crash repeats nothing and skips nothing. A batch should take a second or two: that is how long
   * stopping, and a person's job behind it, may have to wait.
   */
  batch(context: Context, progress: LongOperationProgress<Request, Position>): Promise<Batch<Position>>;
}

/** Declares a kind of long operation. The list of all goes to `startJobs`. */
export function defineLongOperation<Request, Position>(
  definition: LongOperationDefinition<Request, Position>,
): LongOperationDefinition<Request, Position> {
  return definition;
}

/** The task that runs a slice of a long operation of this kind. */
export const taskOfLongOperation = (kind: string): string => `long_operation/${kind}`;

/** One waiting slice of each long operation. */
export const keyOfLongOperation = (id: string): string => `long_operation/${id}`;

/** Somebody may resume it, so more attempts than a person is willing to watch are of no use: these take a minute and a half. */
export const LONG_OPERATION_ATTEMPTS = 5;
