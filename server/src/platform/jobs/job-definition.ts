import type { z } from "zod";
import type { House } from "../ledger/context.ts";

/**
 * What is done first: what a person waits for (capture, judge, route, tell), then clocks, then bulk. The numbers are those
 * of the queue, lower first.
 */
export const JOB_PRIORITIES = { interactive: 0, clocks: 5, bulk: 10 } as const;
export type JobPriority = keyof typeof JOB_PRIORITIES;

/**
 * Attempts before a job counts as dead and waits for an admin. The queue waits e^n seconds after the n-th failure, so the
 * tenth attempt comes three and a half hours after the first. An attempt that died with its worker does not count.
 */
export const MAX_ATTEMPTS = 10;

/** What a running job is given. */
export interface JobRun<Payload> {
  readonly house: House;
  readonly payload: Payload;
  /** 1 for the first attempt. */
  readonly attempt: number;
  /** After a failure now the job is dead. */
  readonly isLastAttempt: boolean;
  /** Aborted when the process is about to stop: finish what is open, begin nothing. */
  readonly signal: AbortSignal;
}

/** A kind of job: something to be done later, outside the transaction that asked for it. */
export interface JobDefinition<Payload = unknown> {
  /** `<capability>.<verb>`, kept for ever: jobs of an older version of the program are still in the queue. */
  readonly name: string;
  readonly payload: z.ZodType<Payload>;
  readonly priority: JobPriority;
  /** Jobs of one queue run one after the other, over all processes; the order is priority, then age. */
  readonly queue?: string;
  readonly maxAttempts?: number;
  /** Runs at least once: a worker may die between the work and the note that it is done. Opens its own operations. */
  handle(run: JobRun<Payload>): Promise<void>;
}

/** Declares a kind of job. The list of all goes to `startJobs`. */
export function defineJob<Payload>(definition: JobDefinition<Payload>): JobDefinition<Payload> {
  return definition;
}
