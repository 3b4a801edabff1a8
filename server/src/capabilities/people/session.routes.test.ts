import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { apiKeys, securityEvents } from "@tongzhou/contract/people-keys";
import { people } from "@tongzhou/contract/people";
import { session } from "@tongzhou/contract/people-session";
import { CAST_PASSWORD, hireCast } from "../../cast.fixture.ts";
import type { Cast } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import { listenToBroadcasts } from "../../platform/events/listen-to-broadcasts.ts";
import { openTestHttp } from "../../platform/http/test-http.ts";
import type { TestAnswer, TestCaller, TestHttp } from "../../platform/http/test-http.ts";
import { openPeople, peopleMessages, peopleRoutes, rolesRoutes, sessionRoutes } from "./index.ts";
import type { PeopleHouse } from "./index.ts";

let database: TestDatabase;
let house: PeopleHouse;
/** Two processes on one database. */
let http: TestHttp;
let otherHttp: TestHttp;
let cast: Cast;

async function openProcess(): Promise<[PeopleHouse, TestHttp]> {
  const broadcasts = await listenToBroadcasts(database.connection);
  const opened = await openPeople(database.house, {}, broadcasts);
  afterAll(async () => {
    await opened.signIn.close();
    await broadcasts.stop();
  });
  const server = await openTestHttp({
    house: database.house,
    directory: opened.signIn.directory,
    doorkeeper: opened.signIn.doorkeeper,
    messages: [peopleMessages],
    register(registering) {
      sessionRoutes(registering, opened);
      peopleRoutes(registering, opened);
      rolesRoutes(registering, opened);
    },
  });
  return [opened, server];
}

beforeAll(async () => {
  database = await createTestDatabase();
  [house, http] = await openProcess();
  [, otherHttp] = await openProcess();
  cast = await hireCast(database.house, house.signIn.passwords);
});

// Limits of one test are not the next one's.
beforeEach(async () => {
  await database.pool.query("delete from rate_limit");
});

const signIn = (mailbox: string, password = CAST_PASSWORD, at = http): Promise<TestAnswer> =>
  at.as(null).call(session.signIn, { body: { email: `${mailbox}@yunfan.test`, password } });

/** Somebody who holds the cookie of an answer. */
function holding(answer: TestAnswer, at = http): TestCaller {
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  return { call: (endpoint, input, headers) => at.as(null).call(endpoint, input, { cookie, ...headers }) };
}

describe("signing in", () => {
  test("answers who one is and gives a cookie that scripts and other sites cannot use", async () => {
    const answer = await signIn("ChenHao");
    expect(answer.status).toBe(200);
    expect(answer.body.person).toMatchObject({ name: "陈浩", teamName: "华东组", roles: [{ code: "rep" }] });
    expect(answer.body.company.name).toBe("云帆智能");
    expect(answer.headers["set-cookie"]).toMatch(
      /^tongzhou=[\w.%-]+; Max-Age=604800; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    const me = await holding(answer).call(session.whoAmI);
    expect(me.body).toEqual(answer.body);
    expect(me.body.grants).toContainEqual({ object: "lead", action: "read", scope: "own", pools: null });
  });

  test("over https gives a cookie that never travels without it", async () => {
    const answer = await http
      .as(null)
      .call(
        session.signIn,
        { body: { email: "chenhao@yunfan.test", password: CAST_PASSWORD } },
        { "x-forwarded-proto": "https", "x-forwarded-for": "10.0.0.1", origin: "https://tongzhou.test" },
      );
    expect(answer.headers["set-cookie"]).toMatch(/^__Host-tongzhou=.*; Path=\/; HttpOnly; Secure; SameSite=Lax$/);
  });

  test("says the same for a wrong password, an unknown address and somebody who left", async () => {
    await http.as(null).call(session.showDoor);
    const admin = holding(await signIn("wutong"));
    await admin.call(people.deactivate, { params: { personId: cast.孙悦 } });
    const answers = [await signIn("chenhao", "wrong-password"), await signIn("nobody"), await signIn("sunyue")];
    expect(answers.map((answer) => answer.status)).toEqual([401, 401, 401]);
    expect(new Set(answers.map((answer) => JSON.stringify(answer.body))).size).toBe(1);
    await admin.call(people.reactivate, { params: { personId: cast.孙悦 } });
    expect((await signIn("sunyue")).status).toBe(200);
  });

  test("is locked after eight wrong attempts, though they came at once and to two processes", async () => {
    const attempts = Array.from({ length: 12 }, (_, count) =>
      signIn("wangqian", "wrong-password", count % 2 === 0 ? http : otherHttp),
    );
    const statuses = (await Promise.all(attempts)).map((answer) => answer.status);
    expect(statuses.filter((status) => status === 401)).toHaveLength(8);
    expect(statuses.filter((status) => status === 429)).toHaveLength(4);
    const locked = await signIn("wangqian");
    expect(locked.problem.code).toBe("sign_in_locked");
    expect(Number(locked.headers["retry-after"])).toBeGreaterThan(0);
    expect((await signIn("chenhao")).status).toBe(200);
    database.house.clock.advance(2 * 900_000);
    expect((await signIn("wangqian")).status).toBe(200);
  });

  test("is written down, the failures too, without what was typed", async () => {
    await signIn("zhaolei", "wrong-password");
    const admin = holding(await signIn("wutong"));
    const { body } = await admin.call(securityEvents.list, { query: { personId: cast.赵磊 } });
    expect(body.rows[0]).toMatchObject({
      kind: "sign_in_failed",
      personId: cast.赵磊,
      actorId: null,
      address: "127.0.0.1",
    });
    expect(JSON.stringify(body)).not.toContain("wrong-password");
  });
});

describe("a session", () => {
  test("ends by signing out, in every process at once", async () => {
    const answer = await signIn("linxiao");
    expect((await holding(answer, otherHttp).call(session.whoAmI)).status).toBe(200);
    const out = await holding(answer).call(session.signOut);
    expect(out.headers["set-cookie"]).toContain("Max-Age=0");
    expect((await holding(answer).call(session.whoAmI)).status).toBe(401);
    await expect.poll(async () => (await holding(answer, otherHttp).call(session.whoAmI)).status).toBe(401);
  });

  test("of a made-up or altered cookie is none", async () => {
    const answer = await signIn("linxiao");
    const cookie = decodeURIComponent(/tongzhou=([^;]+)/.exec(String(answer.headers["set-cookie"]))?.[1] ?? "");
    const [token = ""] = cookie.split(".");
    for (const forged of [token, `${token}.`, `${token}.AAAA`, `x${cookie}`, "", "a.b"]) {
      const tried = await http.as(null).call(session.whoAmI, {}, { cookie: `tongzhou=${encodeURIComponent(forged)}` });
      expect(tried.status, forged).toBe(401);
    }
  });

  test("is over when its time has come, and prolonged by use before", async () => {
    const answer = await signIn("hechuan");
    const days = (count: number) =>
      database.pool.query(
        `update auth.session set "expiresAt" = now() + make_interval(days => $2)
         where "userId" = (select sign_in_id from person where id = $1)`,
        [cast.何川, count],
      );
    await days(5);
    house.signIn.sessions.forget();
    const used = await holding(answer).call(session.whoAmI);
    expect(used.headers["set-cookie"]).toContain("Max-Age=604800");
    const again = await holding(answer).call(session.whoAmI);
    expect(again.headers["set-cookie"]).toBeUndefined();
    await days(-1);
    house.signIn.sessions.forget();
    expect((await holding(answer).call(session.whoAmI)).status).toBe(401);
  });

  test("is shown to its owner and to nobody else, who cannot end it either", async () => {
    const mine = holding(await signIn("linxiao"));
    const { body: sessions } = await mine.call(session.listSessions);
    expect(sessions.filter((entry: { current: boolean }) => entry.current)).toHaveLength(1);
    const theirs = holding(await signIn("chenhao"));
    const sessionId = sessions[0].id as string;
    expect((await theirs.call(session.endSession, { params: { sessionId } })).status).toBe(404);
    const other = holding(await signIn("linxiao"));
    const { body: both } = await mine.call(session.listSessions);
    expect(both).toHaveLength(sessions.length + 1);
    expect((await other.call(session.endSession, { params: { sessionId } })).status).toBe(200);
  });
});

describe("a password", () => {
  test("is changed by who knows it; the other sessions end, this one stays", async () => {
    const here = holding(await signIn("zhoumin"));
    const there = holding(await signIn("zhoumin"));
    const wrong = { currentPassword: "not-this-one", newPassword: "zhou-min-2026" };
    const refused = await here.call(session.changePassword, { body: wrong });
    expect([refused.status, refused.problem.code]).toEqual([400, "wrong_password"]);
    const body = { currentPassword: CAST_PASSWORD, newPassword: "zhou-min-2026" };
    expect((await here.call(session.changePassword, { body })).body).toEqual({ endedSessions: 1 });
    expect((await there.call(session.whoAmI)).status).toBe(401);
    expect((await here.call(session.whoAmI)).status).toBe(200);
    expect((await signIn("zhoumin")).status).toBe(401);
    expect((await signIn("zhoumin", "zhou-min-2026")).status).toBe(200);
  });

  test("cannot be guessed at an unlocked computer", async () => {
    const me = holding(await signIn("linxiao"));
    const body = { currentPassword: "a guess", newPassword: "something-long" };
    const statuses = [];
    for (let count = 0; count < 10; count++) statuses.push((await me.call(session.changePassword, { body })).status);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 400, 400, 429, 429]);
  });

  test("reset by an administrator works at once and ends the sessions", async () => {
    const me = holding(await signIn("sunyue"));
    const admin = holding(await signIn("wutong"));
    const { body } = await admin.call(people.resetPassword, { params: { personId: cast.孙悦 } });
    expect(body.temporaryPassword).toMatch(/^([a-z2-9]{4}-){3}[a-z2-9]{4}$/);
    expect((await me.call(session.whoAmI)).status).toBe(401);
    expect((await signIn("sunyue", body.temporaryPassword)).status).toBe(200);
  });

  test("is nowhere in the ledger, the events or the kept answers", async () => {
    const { rows } = await database.pool.query(`
      select row_to_json(o)::text as text from operation as o
      union all select row_to_json(c)::text from change as c
      union all select row_to_json(s)::text from security_event as s
      union all select row_to_json(i)::text from idempotency_key as i`);
    const text = rows.map((row) => row.text).join("\n");
    for (const secret of [CAST_PASSWORD, "zhou-min-2026", "wrong-password"]) expect(text).not.toContain(secret);
  });
});

describe("an API key", () => {
  const withKey = (key: string, at = http): TestCaller => ({
    call: (endpoint, input) => at.as(null).call(endpoint, input, { authorization: `Bearer ${key}` }),
  });

  test("acts as its person within its list, until it is revoked, far more often than a few times a day", async () => {
    const admin = holding(await signIn("wutong"));
    const body = { name: "对接脚本", permissions: ["team.edit", "person.read"] };
    const made = await admin.call(apiKeys.create, { body });
    expect(made.status).toBe(201);
    const { key, id, start } = made.body;
    expect(key.startsWith(start)).toBe(true);
    const script = withKey(key);
    for (let count = 0; count < 30; count++) expect((await script.call(session.whoAmI)).status).toBe(200);
    expect((await script.call(session.whoAmI)).body.grants).toEqual([
      { object: "team", action: "edit", scope: "all", pools: null },
    ]);
    expect((await script.call(people.resetPassword, { params: { personId: cast.陈浩 } })).status).toBe(403);
    expect((await script.call(apiKeys.list)).status).toBe(403);
    const { body: keys } = await admin.call(apiKeys.list);
    expect(keys[0]).toMatchObject({
      id,
      name: "对接脚本",
      permissions: body.permissions,
      lastUsedAt: expect.any(String),
    });
    expect((await withKey(key, otherHttp).call(session.whoAmI)).status).toBe(200);
    await admin.call(apiKeys.revoke, { params: { keyId: id } });
    expect((await script.call(session.whoAmI)).status).toBe(401);
    await expect.poll(async () => (await withKey(key, otherHttp).call(session.whoAmI)).status).toBe(401);
  });

  test("is nobody else's to revoke, is kept as a hash only, and ends with its day", async () => {
    const admin = holding(await signIn("wutong"));
    const { body } = await admin.call(apiKeys.create, {
      body: { name: "一天", permissions: ["*.*"], expiresInDays: 1 },
    });
    const chenhao = holding(await signIn("chenhao"));
    expect((await chenhao.call(apiKeys.revoke, { params: { keyId: body.id } })).status).toBe(404);
    const { rows } = await database.pool.query("select row_to_json(k)::text as text from auth.apikey as k");
    expect(rows.map((row) => row.text).join()).not.toContain(body.key);
    await database.pool.query(`update auth.apikey set "expiresAt" = now() - interval '1 second' where id = $1`, [
      body.id,
    ]);
    await expect.poll(async () => (await withKey(body.key).call(session.whoAmI)).status).toBe(401);
  });

  test("of somebody who left opens nothing", async () => {
    const me = holding(await signIn("hechuan"));
    const { body } = await me.call(apiKeys.create, { body: { name: "报表", permissions: ["*.read"] } });
    const admin = holding(await signIn("wutong"));
    await admin.call(people.deactivate, { params: { personId: cast.何川 } });
    expect((await withKey(body.key).call(session.whoAmI)).status).toBe(401);
    expect((await me.call(session.whoAmI)).status).toBe(401);
  });
});

test("a change of language takes force at once", async () => {
  const me = holding(await signIn("linxiao"));
  await me.call(session.setMyLanguage, { body: { language: "en" } });
  const refused = await me.call(people.resetPassword, { params: { personId: cast.陈浩 } });
  expect(refused.problem.title).toBe("You may not do this");
});
