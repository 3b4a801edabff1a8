import { beforeAll, describe, expect, test } from "vitest";
import * as jobs from "@tongzhou/contract/jobs";
import type { DeadJob, LongOperation } from "@tongzhou/contract/jobs";
import { defineSchedule } from "../../platform/jobs/schedule.ts";
import { openJobsWorld } from "./jobs-world.fixture.ts";
import type { JobsWorld } from "./jobs-world.fixture.ts";

let world: JobsWorld;

beforeAll(async () => {
  world = await openJobsWorld();
  defineSchedule({ name: "test.sweep", time: { at: "02:00" }, handle: async () => undefined });
});

const as = (name: "吴桐" | "陈浩" | "林晓") => world.http.as(world.cast[name]);
const ids = (answer: { body: { rows: { id: string }[] } }): string[] => answer.body.rows.map(({ id }) => id);

describe("long operations", () => {
  test("are listed, the newest first: one's own, or everybody's with the grant", async () => {
    const first = await world.begin(world.cast.林晓);
    const second = await world.begin(world.cast.陈浩);
    expect(ids(await as("林晓").call(jobs.listLongOperations))).toEqual([first]);
    expect(ids(await as("吴桐").call(jobs.listLongOperations)).slice(0, 2)).toEqual([second, first]);
    const page = await as("吴桐").call(jobs.listLongOperations, { query: { limit: 1 } });
    const rest = await as("吴桐").call(jobs.listLongOperations, { query: { limit: 1, cursor: page.body.nextCursor } });
    expect([...ids(page), ...ids(rest)]).toEqual([second, first]);
    expect((await as("陈浩").call(jobs.readLongOperation, { params: { id: first } })).status).toBe(404);
  });

  test("are paused, resumed and stopped by who began them, and by administrators", async () => {
    const id = await world.begin(world.cast.林晓);
    const params = { id };
    const state = async (answer: Promise<{ status: number; body: unknown }>) =>
      ((await answer).body as LongOperation).state;
    expect(await state(as("林晓").call(jobs.pauseLongOperation, { params }))).toBe("paused");
    expect((await as("林晓").call(jobs.pauseLongOperation, { params })).problem).toMatchObject({
      status: 409,
      code: "jobs.not_running",
    });
    expect(await state(as("吴桐").call(jobs.resumeLongOperation, { params }))).toBe("queued");
    expect((await as("陈浩").call(jobs.stopLongOperation, { params })).status).toBe(404);
    expect(await state(as("林晓").call(jobs.stopLongOperation, { params }))).toBe("stopping");
    await world.database.pool.query("update long_operation set state = 'done' where id = $1", [id]);
    expect((await as("林晓").call(jobs.stopLongOperation, { params })).problem.code).toBe("jobs.ended_already");
    expect((await as("林晓").call(jobs.resumeLongOperation, { params })).problem.code).toBe("jobs.nothing_to_resume");
  });
});

describe("the job queue", () => {
  test("shows dead jobs with their error; they are tried again or given up", async () => {
    const [one, two] = [await world.die("no wind"), await world.die("no water")];
    const listed = await as("吴桐").call(jobs.listDeadJobs);
    expect(listed.body.rows.map(({ error }: DeadJob) => error)).toEqual(["no water", "no wind"]);
    expect((await as("吴桐").call(jobs.readJobOverview)).body).toMatchObject({ dead: 2, running: 0 });
    expect((await as("吴桐").call(jobs.retryDeadJob, { params: { id: one } })).status).toBe(200);
    expect((await as("吴桐").call(jobs.retryDeadJob, { params: { id: one } })).status).toBe(404);
    expect((await as("吴桐").call(jobs.dropDeadJob, { params: { id: two } })).status).toBe(200);
    expect((await as("吴桐").call(jobs.readJobOverview)).body).toMatchObject({ dead: 0 });
  });

  test("says when each schedule ran last and runs next, by the clocks of the company", async () => {
    const { body } = await as("吴桐").call(jobs.listSchedules);
    const sweep = body.find(({ name }: { name: string }) => name === "test.sweep");
    // It is 9:24 on Friday in Shanghai, so the next 2:00 is Saturday's.
    expect(sweep).toEqual({ name: "test.sweep", nextDueAt: "2025-11-21T18:00:00.000Z", run: "idle" });
  });
});
