import { afterAll } from "vitest";
import { roles } from "@tongzhou/contract/people-roles";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import type { AccessDirectory } from "../../platform/access/access-directory.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestCaller, TestHttp } from "../../platform/http/test-http.ts";
import { openPeople, peopleMessages, peopleRoutes, rolesRoutes, sessionRoutes } from "./index.ts";

export interface PeopleTest {
  readonly database: TestDatabase;
  readonly http: TestHttp;
  readonly cast: Cast;
  /** 吴桐, the administrator. */
  readonly admin: TestCaller;
  readonly directory: AccessDirectory;
  roleIdOf(code: string): Promise<string>;
}

/** The company of the tests with all endpoints of people, behind a doorkeeper who needs no password. */
export async function openPeopleTest(): Promise<PeopleTest> {
  const database = await createTestDatabase();
  const house = await openPeople(database.house);
  afterAll(() => house.signIn.close());
  const cast = await hireCast(database.house, house.signIn.passwords);
  const { directory } = house.signIn;
  const http = await openTestHttp({
    house: database.house,
    directory,
    messages: [peopleMessages],
    register(opened) {
      sessionRoutes(opened, house);
      peopleRoutes(opened, house);
      rolesRoutes(opened, house);
    },
  });
  const admin = http.as(cast.吴桐);
  return {
    database,
    http,
    cast,
    admin,
    directory,
    async roleIdOf(code) {
      const { body } = await admin.call(roles.list);
      return body.find((role: { code: string }) => role.code === code).id as string;
    },
  };
}
