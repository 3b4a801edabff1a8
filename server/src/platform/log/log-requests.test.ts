import { sql } from "kysely";
import pino from "pino";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { endpoint } from "@tongzhou/contract/endpoint";
import { AccessDirectory } from "../access/access-directory.ts";
import { smallHouse } from "../access/small-house.fixture.ts";
import { createTestDatabase } from "../database/test-database.ts";
import { serveRead } from "../http/serve-read.ts";
import { openTestHttp } from "../http/test-http.ts";
import type { TestHttp } from "../http/test-http.ts";
import { Metrics } from "../metrics/metrics.ts";
import { describeError } from "./describe-error.ts";

const search = endpoint({
  id: "boats.search",
  method: "GET",
  path: "/boats/:name",
  summary: "Searches.",
  params: z.object({ name: z.string() }),
  query: z.object({ phone: z.string() }),
  response: z.object({}),
});

const lines: Record<string, unknown>[] = [];
const metrics = new Metrics();
let http: TestHttp;
let captain: string;

beforeAll(async () => {
  const database = await createTestDatabase();
  const { snapshot, ids } = smallHouse({ captain: {} });
  captain = ids.captain;
  http = await openTestHttp({
    house: database.house,
    directory: new AccessDirectory(async () => snapshot),
    log: pino({}, { write: (line: string) => void lines.push(JSON.parse(line)) }),
    metrics,
    register(opened) {
      serveRead(opened, search, {
        allow: () => true,
        async handle({ tx }, { query }) {
          if (query.phone !== "none") await sql`select ${query.phone}::uuid`.execute(tx);
          return {};
        },
      });
    },
  });
});

test("a request is one line with who, what and how long, and not what they searched for", async () => {
  lines.length = 0;
  await http.as(captain).call(search, { params: { name: "陈浩" }, query: { phone: "none" } });
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatchObject({
    route: "/api/boats/:name",
    endpoint: "boats.search",
    method: "GET",
    status: 200,
    personId: captain,
    requestId: expect.any(String),
    milliseconds: expect.any(Number),
  });
  expect(JSON.stringify(lines)).not.toMatch(/陈浩|%E9/);
});

test("a defect is logged under its report id, without the values that the database tells", async () => {
  lines.length = 0;
  const answer = await http.as(captain).call(search, { params: { name: "陈浩" }, query: { phone: "13812346021" } });
  expect(answer.status).toBe(500);
  const defect = lines.find((line) => line["msg"] === "defect");
  expect(defect).toMatchObject({ reportId: answer.problem.reportId, err: { code: "22P02" } });
  expect(JSON.stringify(lines)).not.toMatch(/陈浩|%E9|13812346021/);
});

test("the cause of an error is described too", () => {
  const error = new Error("no boat left", { cause: new TypeError("no keel") });
  expect(describeError(error)).toMatchObject({
    message: "no boat left",
    cause: { type: "TypeError", message: "no keel" },
  });
});

test("requests are counted and timed by route, without a name or an id in any label", async () => {
  const text = await metrics.registry.metrics();
  expect(text).toContain('tongzhou_http_requests_total{route="/api/boats/:name",method="GET",status="200"} 1');
  expect(text).toContain('tongzhou_http_requests_total{route="/api/boats/:name",method="GET",status="500"} 1');
  expect(text).toMatch(/tongzhou_http_request_seconds_count\{route="\/api\/boats\/:name",method="GET"\} 2/);
  expect(text).not.toMatch(/陈浩|13812346021/);
});
