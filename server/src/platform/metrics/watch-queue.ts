import type { Pool } from "pg";
import { jobOverview } from "../jobs/job-overview.ts";
import type { Metrics } from "./metrics.ts";

/** Measures the job queue of the whole house when asked: how much waits, how long, and whether anybody works. */
export function watchQueue(metrics: Metrics, pool: Pool): void {
  metrics.watch("tongzhou_jobs", "Jobs in the queue, by state.", "state", async () => {
    const { waiting, running, retrying, later, dead } = await jobOverview(pool);
    return new Map(Object.entries({ waiting, running, retrying, later, dead }));
  });
  metrics.watch(
    "tongzhou_job_workers",
    "Processes that work on jobs, and seconds the oldest job waits.",
    "what",
    async () => {
      const { processes, oldestWaitingSeconds } = await jobOverview(pool);
      return new Map(Object.entries({ processes, oldest_waiting_seconds: oldestWaitingSeconds }));
    },
  );
}
