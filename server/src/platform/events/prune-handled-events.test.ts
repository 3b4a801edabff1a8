import { expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import { HANDLED_EVENTS_KEPT_DAYS, pruneHandledEvents } from "./prune-handled-events.ts";

test("notes of handled events are kept for thirty days", async () => {
  const { pool } = await createTestDatabase();
  await pool.query(
    `insert into event_handled (event_id, subscriber, at)
     select gen_random_uuid(), 'test.subscriber', now() - make_interval(days => $1) + make_interval(mins => minutes)
     from generate_series(-3, 2) as minutes`,
    [HANDLED_EVENTS_KEPT_DAYS],
  );
  expect(await pruneHandledEvents(pool)).toBe(4);
  expect((await pool.query("select from event_handled")).rowCount).toBe(2);
});
