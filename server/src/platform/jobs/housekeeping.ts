import { pruneHandledEvents } from "../events/prune-handled-events.ts";
import { deleteUnfinishedFiles } from "../files/delete-unfinished-files.ts";
import { sweepExpired } from "../sign-in/sweep-expired.ts";
import { failAbandonedLongOperations } from "./fail-abandoned-long-operations.ts";
import { defineSchedule } from "./schedule.ts";
import type { Schedule } from "./schedule.ts";
import { tidyJobQueue } from "./tidy-job-queue.ts";

/** What the platform itself does again and again; for the list of schedules of `startJobs`. */
export const housekeeping: readonly Schedule[] = [
  defineSchedule({
    name: "platform.prune_handled_events",
    time: { at: "03:10" },
    handle: async ({ house }) => void (await pruneHandledEvents(house.pool)),
  }),
  defineSchedule({
    name: "platform.fail_abandoned_long_operations",
    time: { everyMinutes: 5 },
    handle: async ({ house }) => void (await failAbandonedLongOperations(house)),
  }),
  defineSchedule({
    name: "platform.tidy_job_queue",
    time: { at: "03:20" },
    handle: async ({ house }) => void (await tidyJobQueue(house.pool)),
  }),
  defineSchedule({
    name: "platform.delete_unfinished_files",
    time: { everyMinutes: 60 },
    handle: async ({ house }) => void (await deleteUnfinishedFiles(house)),
  }),
  defineSchedule({
    name: "platform.sweep_expired",
    time: { at: "03:30" },
    handle: ({ house }) => sweepExpired(house),
  }),
];
