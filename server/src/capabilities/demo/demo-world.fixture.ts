import { afterAll } from "vitest";
import { session } from "@tongzhou/contract/people-session";
import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestAnswer, TestCaller, TestHttp } from "../../platform/http/test-http.ts";
import { makeReady } from "../../ready-house.fixture.ts";
import { openPeople, peopleMessages, peopleRoutes, rolesRoutes, sessionRoutes } from "../people/index.ts";
import { demoMessages, demoRoutes } from "./index.ts";
import { markDemo } from "./mark-demo.ts";

export interface DemoWorld {
  readonly database: TestDatabase;
  readonly cast: Cast;
  /** Believes who says who they are. */
  readonly http: TestHttp;
  /** Wants a password and a session. */
  readonly door: TestHttp;
  /** Signs in at the door. @returns the answer, and whoever holds its cookie. */
  enter(email: string, password: string): Promise<{ answer: TestAnswer; caller: TestCaller }>;
}

/** A company with its people, a standard in force and a rule, marked as a demo. To be opened in `beforeAll`. */
export async function openDemoWorld(): Promise<DemoWorld> {
  const database = await createTestDatabase();
  const { house } = database;
  const people = await openPeople(house);
  afterAll(() => people.signIn.close());
  await markDemo(house, "begun");
  const cast = await hireCast(house, people.signIn.passwords);
  await makeReady(house, cast);
  await markDemo(house, "loaded");
  house.clock.advance(60_000);
  const served = {
    house,
    directory: people.signIn.directory,
    messages: [peopleMessages, demoMessages],
    register(http: Parameters<typeof demoRoutes>[0]) {
      demoRoutes(http, people);
    },
  };
  const http = await openTestHttp(served);
  const door = await openTestHttp({
    ...served,
    doorkeeper: people.signIn.doorkeeper,
    register(registering) {
      served.register(registering);
      sessionRoutes(registering, people);
      peopleRoutes(registering, people);
      rolesRoutes(registering, people);
    },
  });
  return {
    database,
    cast,
    http,
    door,
    async enter(email, password) {
      const answer = await door.as(null).call(session.signIn, { body: { email, password } });
      const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
      const caller: TestCaller = {
        call: (endpoint, input, headers) => door.as(null).call(endpoint, input, { cookie, ...headers }),
      };
      return { answer, caller };
    },
  };
}
