import { beforeAll, expect, test } from "vitest";
import { GRADE_CELLS } from "@tongzhou/contract/lead-standard";
import { leads } from "@tongzhou/contract/leads";
import { savedViews } from "@tongzhou/contract/views";
import { leadsMessages, leadsRoutes, readPools } from "./capabilities/leads/index.ts";
import { openDirectory } from "./capabilities/people/index.ts";
import { viewsRoutes } from "./capabilities/views/index.ts";
import { hireCast } from "./cast.fixture.ts";
import type { Cast } from "./cast.fixture.ts";
import { leadParts } from "./lead-parts.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestHttp } from "./platform/http/test-http.ts";

let http: TestHttp;
let cast: Cast;

beforeAll(async () => {
  const { house } = await createTestDatabase();
  cast = await hireCast(house);
  http = await openTestHttp({
    house,
    directory: openDirectory(house, readPools),
    messages: [leadsMessages],
    register(registering) {
      leadsRoutes(registering, leadParts);
      viewsRoutes(registering);
    },
  });
});

test("every shipped view of leads is a list that people of every role can open and count", async () => {
  const views = (await http.as(cast.林晓).call(savedViews.list, { query: { object: "lead" } })).body;
  expect(views).not.toHaveLength(0);
  for (const person of [cast.林晓, cast.周敏, cast.陈浩, cast.赵磊, cast.孙悦, cast.何川]) {
    for (const view of views) {
      const filter = JSON.stringify(view.filter);
      const page = await http.as(person).call(leads.list, { query: { filter, sort: view.sort } });
      expect(page.status, `${view.name}: ${JSON.stringify(page.body)}`).toBe(200);
      expect((await http.as(person).call(leads.count, { query: { filter } })).body).toMatchObject({
        count: 0,
        exact: true,
      });
    }
  }
});

test("leads can be filtered and sorted by their grade, without a standard there are no reasons", async () => {
  const fields = (await http.as(cast.林晓).call(leads.fields)).body;
  const grade = fields.find((field: { id: string }) => field.id === "lead.grade");
  expect(grade.options.options.map(({ value }: { value: string }) => value)).toEqual([...GRADE_CELLS]);
  for (const sort of ["grade", "-heat"])
    expect((await http.as(cast.林晓).call(leads.list, { query: { sort } })).status).toBe(200);
  expect((await http.as(cast.陈浩).call(leads.rejectReasons)).body).toEqual([]);
});
