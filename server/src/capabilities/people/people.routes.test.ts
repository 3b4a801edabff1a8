import { beforeAll, describe, expect, test } from "vitest";
import { people } from "@tongzhou/contract/people";
import { teams } from "@tongzhou/contract/people-teams";
import { roles } from "@tongzhou/contract/people-roles";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { openPeople, peopleMessages, peopleRoutes, rolesRoutes } from "./index.ts";

let database: TestDatabase;
let http: TestHttp;
let cast: Cast;

beforeAll(async () => {
  database = await createTestDatabase();
  const house = await openPeople(database.house);
  cast = await hireCast(database.house);
  http = await openTestHttp({
    house: database.house,
    directory: house.signIn.directory,
    messages: [peopleMessages],
    register(http) {
      peopleRoutes(http, house);
      rolesRoutes(http, house);
    },
  });
});

describe("people", () => {
  test("are listed by the pinyin of their names, page by page", async () => {
    const first = await http.as(cast.吴桐).call(people.list, { query: { limit: 3 } });
    expect(first.status).toBe(200);
    expect(first.body.rows.map((row: { name: string }) => row.name)).toEqual(["陈浩", "何川", "林晓"]);
    const second = await http.as(cast.吴桐).call(people.list, { query: { limit: 100, cursor: first.body.nextCursor } });
    expect(second.body.rows.map((row: { name: string }) => row.name)).toEqual(["孙悦", "王倩", "吴桐", "赵磊", "周敏"]);
    expect(second.body.nextCursor).toBeUndefined();
  });
});
