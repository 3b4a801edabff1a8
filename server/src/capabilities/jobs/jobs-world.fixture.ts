import { hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestHttp } from "../../platform/http/test-http.ts";
import { operate } from "../../platform/ledger/operate.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { openPeople, peopleMessages } from "../people/index.ts";
import { jobsMessages, jobsRoutes } from "./index.ts";

const BEGIN = operationKind("test.begin_work");

export interface JobsWorld {
  readonly database: TestDatabase;
  readonly http: TestHttp;
  readonly cast: Cast;
  /** A long operation of this person that no worker takes. */
  begin(personId: string): Promise<string>;
  /** A job that failed as often as it may; answers its id. */
  die(error: string): Promise<string>;
}

/** The company and its job queue behind HTTP, without workers. */
export async function openJobsWorld(): Promise<JobsWorld> {
  const database = await createTestDatabase();
  const { signIn } = await openPeople(database.house);
  const cast = await hireCast(database.house);
  const http = await openTestHttp({
    house: database.house,
    directory: signIn.directory,
    messages: [peopleMessages, jobsMessages],
    register: jobsRoutes,
  });
  return {
    database,
    http,
    cast,
    async begin(personId) {
      database.house.clock.advance(1000);
      const asked = { actor: { kind: "person", personId }, kind: BEGIN, source: "web" } as const;
      const { operationId } = await operate(database.house, asked, ({ client, operationId: id, now }) =>
        client.query(
          `insert into long_operation (id, kind, state, request, position, queued_at)
           values ($1, 'test.work', 'queued', '{}', '{}', $2)`,
          [id, now],
        ),
      );
      database.house.clock.advance(-1000);
      return operationId;
    },
    async die(error) {
      const { rows } = await database.pool.query<{ id: string }>(
        "select id::text as id from graphile_worker.add_job('test.die', '{}', max_attempts => 1)",
      );
      const id = rows[0]?.id ?? "";
      await database.pool.query(
        "update graphile_worker._private_jobs set attempts = max_attempts, last_error = $2 where id = $1",
        [id, error],
      );
      return id;
    },
  };
}
