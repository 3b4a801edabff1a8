import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { housekeeping } from "./housekeeping.ts";
import { jobOverview } from "./job-overview.ts";
import type { AttemptReport } from "./run-lane.ts";
import { taskNameOfSchedule } from "./schedule.ts";
import { startJobs } from "./start-jobs.ts";
import type { RunningJobs } from "./start-jobs.ts";
import { waitUntil } from "./wait-until.ts";

const DAY_MS = 86_400_000;

let database: TestDatabase;
let jobs: RunningJobs;
const reports: AttemptReport[] = [];

beforeAll(async () => {
  database = await createTestDatabase();
  jobs = await startJobs({
    house: database.house,
    connection: database.connection,
    schedules: housekeeping,
    observe: (report) => void reports.push(report),
  });
});
afterAll(() => jobs.stop());

test("every night the house is kept, and each attempt is reported for the metrics", async () => {
  database.house.clock.advance(DAY_MS);
  await waitUntil(() => reports.length >= housekeeping.length);
  expect(reports.map(({ task, outcome, attempt }) => ({ task, outcome, attempt })).toSorted(byTask)).toEqual(
    housekeeping.map(({ name }) => ({ task: taskNameOfSchedule(name), outcome: "done", attempt: 1 })).toSorted(byTask),
  );
  await waitUntil(async () => (await jobOverview(database.pool)).running === 0);
  expect(await jobOverview(database.pool)).toMatchObject({ dead: 0, retrying: 0, waiting: 0, processes: 1 });
});

const byTask = (a: { task: string }, b: { task: string }): number => a.task.localeCompare(b.task);
