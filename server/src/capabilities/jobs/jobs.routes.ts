import * as jobs from "@tongzhou/contract/jobs";
import { dropDeadJob, listDeadJobs, retryDeadJob } from "../../platform/jobs/dead-jobs.ts";
import {
  pauseLongOperation,
  resumeLongOperation,
  stopLongOperation,
} from "../../platform/jobs/control-long-operation.ts";
import { jobOverview } from "../../platform/jobs/job-overview.ts";
import { listLongOperations } from "../../platform/jobs/list-long-operations.ts";
import { listSchedules } from "../../platform/jobs/list-schedules.ts";
import { definedSchedules } from "../../platform/jobs/schedule.ts";
import type { Http } from "../../platform/http/http.ts";
import { serveOperating } from "../../platform/http/serve-operating.ts";
import { cutPage, decodeCursor } from "../../platform/paging/keyset.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { readTimeZone } from "../people/index.ts";
import { controlWork, showWork } from "./control-work.ts";
import { mayEditJobs, mayFollowOwnWork, mayReadJobs } from "./jobs.access.ts";
import { presentDeadJob, presentSchedule, presentWork } from "./present-work.ts";

const ORDER = "newest";
const QUEUE = "the job queue lies outside the ledger: what is done to it is no change of a record";
const own = { access: "read", because: QUEUE, allow: mayFollowOwnWork } as const;
const reading = { access: "read", because: QUEUE, allow: mayReadJobs } as const;
const editing = { access: "write", because: QUEUE, allow: mayEditJobs } as const;

/** What the house does in the background. */
export function jobsRoutes(http: Http): void {
  longOperationRoutes(http);
  serveOperating(http, jobs.readJobOverview, { ...reading, handle: ({ house }) => jobOverview(house.pool) });
  serveOperating(http, jobs.listSchedules, {
    ...reading,
    async handle({ house }) {
      const timeZone = await readTimeZone(house.pool);
      const schedules = await listSchedules(house.pool, definedSchedules(), house.clock.now(), timeZone);
      return schedules.map(presentSchedule);
    },
  });
  serveOperating(http, jobs.listDeadJobs, {
    ...reading,
    async handle({ house }, { query }) {
      const rows = await listDeadJobs(house.pool, { ...placeOf(query.cursor), limit: query.limit + 1 });
      const page = cutPage(rows, query.limit, ORDER, ({ queuedAt, id }) => [queuedAt.toISOString(), id]);
      return { ...page, rows: page.rows.map(presentDeadJob) };
    },
  });
  serveOperating(http, jobs.retryDeadJob, {
    ...editing,
    handle: async ({ house }, { params }) => found(await retryDeadJob(house.pool, params.id)),
  });
  serveOperating(http, jobs.dropDeadJob, {
    ...editing,
    handle: async ({ house }, { params }) => found(await dropDeadJob(house.pool, params.id)),
  });
}

function longOperationRoutes(http: Http): void {
  serveOperating(http, jobs.listLongOperations, {
    ...own,
    async handle({ house, viewer }, { query }) {
      const rows = await listLongOperations(house.pool, {
        ...(mayReadJobs(viewer) ? {} : { personId: viewer.personId }),
        ...(query.open === undefined ? {} : { open: query.open }),
        ...placeOf(query.cursor),
        limit: query.limit + 1,
      });
      const page = cutPage(rows, query.limit, ORDER, ({ queuedAt, id }) => [queuedAt.toISOString(), id]);
      return { ...page, rows: page.rows.map(presentWork) };
    },
  });
  serveOperating(http, jobs.readLongOperation, {
    ...own,
    handle: async (asking, { params }) => presentWork(await showWork(asking, params.id)),
  });
  serveOperating(http, jobs.pauseLongOperation, {
    ...own,
    access: "write",
    handle: async (asking, { params }) =>
      presentWork(await controlWork(asking, params.id, pauseLongOperation, "jobs.not_running")),
  });
  serveOperating(http, jobs.resumeLongOperation, {
    ...own,
    access: "write",
    handle: async (asking, { params }) =>
      presentWork(await controlWork(asking, params.id, resumeLongOperation, "jobs.nothing_to_resume")),
  });
  serveOperating(http, jobs.stopLongOperation, {
    ...own,
    access: "write",
    handle: async (asking, { params }) =>
      presentWork(await controlWork(asking, params.id, stopLongOperation, "jobs.ended_already")),
  });
}

/** The place in a list that a cursor stands for. */
function placeOf(cursor: string | undefined): { after?: { queuedAt: Date; id: string } } {
  if (cursor === undefined) return {};
  const [queuedAt, id] = decodeCursor(ORDER, cursor, 2);
  return { after: { queuedAt: new Date(String(queuedAt)), id: String(id) } };
}

function found(done: boolean): Record<string, never> {
  if (!done) throw new NotFound();
  return {};
}
