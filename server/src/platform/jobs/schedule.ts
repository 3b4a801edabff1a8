import type { House } from "../ledger/context.ts";
import type { JobPriority } from "./job-definition.ts";
import type { ScheduleTime } from "./latest-due.ts";
import { laneOf } from "./task.ts";
import type { Task } from "./task.ts";

/** Something done again and again. However many workers there are, each due moment is acted on once. */
export interface Schedule {
  /** `<capability>.<verb>`; unique among schedules, and kept for ever. */
  readonly name: string;
  readonly time: ScheduleTime;
  /** `clocks` unless given. */
  readonly priority?: JobPriority;
  /** After a stop of days it runs once, for the latest due moment. It is left out while an earlier run is still busy. */
  handle(run: ScheduleRun): Promise<void>;
}

export interface ScheduleRun {
  readonly house: House;
  readonly signal: AbortSignal;
}

const defined = new Map<string, Schedule>();

/** Declares a schedule. The list of all goes to `startJobs`. */
export function defineSchedule(schedule: Schedule): Schedule {
  defined.set(schedule.name, schedule);
  return schedule;
}

/** Everything declared so far, by name, for the page that shows when each runs. */
export function definedSchedules(): Schedule[] {
  return [...defined.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

/** The task that runs a schedule. */
export const taskNameOfSchedule = (name: string): string => `schedule/${name}`;

/** A schedule as a task. */
export function taskOfSchedule(schedule: Schedule): Task {
  return {
    name: taskNameOfSchedule(schedule.name),
    lane: laneOf(schedule.priority ?? "clocks", undefined),
    run: (house, _payload, { signal }) => schedule.handle({ house, signal }),
  };
}
