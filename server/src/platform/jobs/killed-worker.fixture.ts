import { systemClock } from "../clock.ts";
import { openPool } from "../database/open-pool.ts";
import type { Connection } from "../database/open-pool.ts";
import { createIds } from "../ids.ts";
import { HARBOUR_SUBSCRIPTIONS, harbourAnnouncer, paintAll } from "./harbour.fixture.ts";
import { startJobs } from "./start-jobs.ts";

// A program of its own for the kill tests: a worker process on the database given, until it is killed.
const connection = JSON.parse(process.argv[2] ?? "") as Connection;
const pool = openPool(connection, { max: 12 });
const jobs = await startJobs({
  house: { pool, clock: systemClock, newId: createIds(systemClock), announcer: harbourAnnouncer },
  connection,
  subscriptions: HARBOUR_SUBSCRIPTIONS,
  longOperations: [paintAll],
});
process.stdout.write(`${jobs.processId}\n`);
