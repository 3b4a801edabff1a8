import { openPeople, peopleMessages } from "./capabilities/people/index.ts";
import { hireCast } from "./cast.fixture.ts";
import type { Cast } from "./cast.fixture.ts";
import { createTestDatabase } from "./platform/database/test-database.ts";
import type { TestDatabase } from "./platform/database/test-database.ts";
import type { Http } from "./platform/http/http.ts";
import { openTestHttp } from "./platform/http/test-http.ts";
import type { TestHttp } from "./platform/http/test-http.ts";
import type { BothMessages } from "./platform/problems/sentences.ts";

export interface TestWorld {
  readonly database: TestDatabase;
  readonly http: TestHttp;
  readonly cast: Cast;
}

/** 云帆智能 with its people, and the endpoints of a capability served to them. To be opened in `beforeAll`. */
export async function openTestWorld(
  register: (http: Http) => void,
  messages: readonly BothMessages[] = [],
): Promise<TestWorld> {
  const database = await createTestDatabase();
  const { signIn } = await openPeople(database.house);
  const cast = await hireCast(database.house);
  const http = await openTestHttp({
    house: database.house,
    directory: signIn.directory,
    messages: [peopleMessages, ...messages],
    register,
  });
  return { database, http, cast };
}
