import { identityLongOperations } from "./capabilities/identity/index.ts";
import { movableClock } from "./platform/clock.ts";
import type { Connection } from "./platform/database/open-pool.ts";
import { openPool } from "./platform/database/open-pool.ts";
import { createAnnouncer } from "./platform/events/create-announcer.ts";
import { createIds } from "./platform/ids.ts";
import { startJobs } from "./platform/jobs/start-jobs.ts";

// A program of its own for the kill test: it matches the contacts of the database given, at the time given, until it is killed.
const { connection, now } = JSON.parse(process.argv[2] ?? "") as { connection: Connection; now: string };
const pool = openPool(connection, { max: 8 });
const clock = movableClock(new Date(now));
await startJobs({
  // Ids grow with real time: a killed worker's successor must not begin them again.
  house: { pool, clock, newId: createIds({ now: () => new Date() }), announcer: createAnnouncer([]) },
  connection,
  longOperations: identityLongOperations,
});
process.stdout.write("working\n");
