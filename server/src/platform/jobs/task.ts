import type { House } from "../ledger/context.ts";
import type { JobDefinition, JobPriority } from "./job-definition.ts";

/**
 * Who takes a job. `quick` fetches several at once and would let a long job block what it fetched with it; so bulk work has
 * workers of its own, and so has whatever runs in a named queue: fetching several breaks the promise of one at a time
 * (graphile/worker #621).
 */
export const LANES = ["quick", "queued", "bulk"] as const;
export type LaneName = (typeof LANES)[number];

/** What a task is told about the attempt it is. */
export interface Attempt {
  readonly jobId: string;
  readonly number: number;
  readonly isLast: boolean;
  readonly signal: AbortSignal;
}

/** Something the queue can call by name. Jobs, subscriptions, schedules and long operations all become tasks. */
export interface Task {
  readonly name: string;
  readonly lane: LaneName;
  run(house: House, payload: unknown, attempt: Attempt): Promise<void>;
}

/** The lane of what is declared with this priority and queue. */
export function laneOf(priority: JobPriority, queue: string | undefined): LaneName {
  if (queue !== undefined) return "queued";
  return priority === "bulk" ? "bulk" : "quick";
}

/** A kind of job as a task. */
export function taskOfJob(definition: JobDefinition): Task {
  return {
    name: definition.name,
    lane: laneOf(definition.priority, definition.queue),
    run: (house, payload, { number, isLast, signal }) =>
      definition.handle({
        house,
        payload: definition.payload.parse(payload),
        attempt: number,
        isLastAttempt: isLast,
        signal,
      }),
  };
}
