import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { tidyJobQueue } from "./tidy-job-queue.ts";

const TASKS = "graphile_worker._private_tasks";

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

const addJob = (task: string) => database.pool.query("select graphile_worker.add_job($1)", [task]);

test("the library still uses up a number for every job it adds, which is why the numbers are rewound", async () => {
  await addJob("test.first");
  const last = `select pg_sequence_last_value(pg_get_serial_sequence('${TASKS}', 'id')::regclass) as last`;
  const before = await database.pool.query<{ last: number }>(last);
  await addJob("test.first");
  const after = await database.pool.query<{ last: number }>(last);
  expect(after.rows[0]?.last).toBe((before.rows[0]?.last ?? 0) + 1);
});

test("numbers that are nearly used up begin anew behind the highest in use", async () => {
  expect(await tidyJobQueue(database.pool)).toEqual([]);
  await database.pool.query(`select setval(pg_get_serial_sequence('${TASKS}', 'id'), 2147483647)`);
  await expect(addJob("test.second")).rejects.toThrow("maximum value");
  expect(await tidyJobQueue(database.pool)).toEqual([TASKS]);
  await addJob("test.second");
  const { rows } = await database.pool.query<{ tasks: number; jobs: number }>(
    `select count(distinct task.id) as tasks, count(job.id) as jobs
     from ${TASKS} as task join graphile_worker._private_jobs as job on job.task_id = task.id`,
  );
  expect(rows).toEqual([{ tasks: 2, jobs: 3 }]);
});

test("counts of interruptions go with their jobs", async () => {
  await database.pool.query(
    `insert into job_interruption (job_id, times)
     select max(id), 1 from graphile_worker._private_jobs union all select max(id) + 1, 1 from graphile_worker._private_jobs`,
  );
  await tidyJobQueue(database.pool);
  expect((await database.pool.query("select from job_interruption")).rowCount).toBe(1);
});
