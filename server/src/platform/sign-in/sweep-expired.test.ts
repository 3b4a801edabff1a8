import { afterAll, beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { takeHit } from "../limits/take-hit.ts";
import { Passwords } from "./passwords.ts";
import { Sessions } from "./sessions.ts";
import { openSignInLibrary } from "./sign-in-library.ts";
import type { SignInLibrary } from "./sign-in-library.ts";
import { sweepExpired } from "./sweep-expired.ts";

let database: TestDatabase;
let library: SignInLibrary;
beforeAll(async () => {
  database = await createTestDatabase();
  library = openSignInLibrary(database.pool, "a secret that is long enough for anybody");
});
afterAll(() => library.close());

test("what is over goes, what still counts stays", async () => {
  const { house, pool } = database;
  const count = async (table: string): Promise<number> =>
    (await pool.query<{ n: number }>(`select count(*)::int as n from ${table}`)).rows[0]?.n ?? -1;
  const keep = (key: string): Promise<unknown> =>
    pool.query("insert into idempotency_key (scope, key, body_hash, at) values ('x', $1, '\\x00', $2)", [
      key,
      house.clock.now(),
    ]);
  const sessions = new Sessions(library, "secret");
  const signInId = await new Passwords(library).create("a long password");
  const doorstep = { address: "127.0.0.1", userAgent: undefined };
  const old = await sessions.open(signInId, doorstep);
  await pool.query(`update auth.session set "expiresAt" = now() - interval '1 second' where id = $1`, [old.sessionId]);
  const open = await sessions.open(signInId, doorstep);
  await keep("old");
  await takeHit(house, { name: "boats", hits: 5, seconds: 60 }, "陈浩");
  house.clock.advance(4 * 24 * 3_600_000);
  await keep("new");
  await takeHit(house, { name: "boats", hits: 5, seconds: 60 }, "陈浩");

  await sweepExpired(house);

  expect((await pool.query("select key from idempotency_key")).rows).toEqual([{ key: "new" }]);
  expect(await count("rate_limit")).toBe(1);
  expect((await sessions.list(signInId)).map((session) => session.id)).toEqual([open.sessionId]);
  expect(await count("auth.session")).toBe(1);
});
