import { beforeAll, expect, test } from "vitest";
import { demo } from "@tongzhou/contract/demo";
import { people } from "@tongzhou/contract/people";
import { roles } from "@tongzhou/contract/people-roles";
import { session } from "@tongzhou/contract/people-session";
import type { NewCompany } from "@tongzhou/contract/people-session";
import { teams } from "@tongzhou/contract/people-teams";
import { CAST_PASSWORD } from "../../cast.fixture.ts";
import { createTestDatabase } from "../../platform/database/test-database.ts";
import type { TestDatabase } from "../../platform/database/test-database.ts";
import type { TestCaller } from "../../platform/http/test-http.ts";
import { openDemoWorld } from "./demo-world.fixture.ts";
import type { DemoWorld } from "./demo-world.fixture.ts";

let world: DemoWorld;
let admin: TestCaller;
/** What a database holds that was never used. */
let shipped: Map<string, number>;

const company: NewCompany = {
  companyName: "江海机电",
  name: "李航",
  email: "lihang@jianghai.test",
  password: "a-long-password",
  timeZone: "Asia/Shanghai",
  currency: "CNY",
  language: "zh-CN",
};
const body = { ...company, confirmation: "云帆智能" };

async function countRows({ pool }: TestDatabase): Promise<Map<string, number>> {
  const { rows: tables } = await pool.query<{ name: string }>(`
    select c.oid::regclass::text as name from pg_class as c
    where c.relnamespace in ('public'::regnamespace, 'auth'::regnamespace) and c.relkind in ('r', 'p') and not c.relispartition`);
  const counted = tables.map(async ({ name }) => {
    const { rows } = await pool.query<{ n: number }>(`select count(*) as n from ${name}`);
    return [name, rows[0]?.n ?? 0] as const;
  });
  return new Map((await Promise.all(counted)).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

beforeAll(async () => {
  shipped = await countRows(await createTestDatabase());
  world = await openDemoWorld();
  admin = (await world.enter("wutong@yunfan.test", CAST_PASSWORD)).caller;
});

test("the preview counts what goes, and what people have added since; signing in adds nothing", async () => {
  const before = await admin.call(demo.show);
  expect(before.body.demo).toMatchObject({ companyName: "云帆智能", people: { all: 8, since: 0 }, actsSince: 0 });
  await admin.call(teams.create, { body: { name: "西北组" } });
  const hired = { name: "李航", email: "lihang@yunfan.test", roleIds: [], password: "another-password" };
  await admin.call(people.create, { body: hired });
  const after = await admin.call(demo.show);
  expect(after.body.demo).toMatchObject({ people: { all: 9, since: 1 }, actsSince: 2 });
});

test("whoever does not type the company's name removes nothing", async () => {
  const before = await countRows(world.database);
  const answer = await admin.call(demo.replace, { body: { ...body, confirmation: "云帆" } });
  expect([answer.status, answer.problem.fields?.[0]?.pointer]).toEqual([400, "/confirmation"]);
  expect(await countRows(world.database)).toEqual(before);
});

test("while an import runs nothing is removed", async () => {
  const { pool } = world.database;
  await pool.query(`
    insert into long_operation (id, kind, state, request, position, queued_at)
    select id, 'imports.leads', 'running', '{}', '{}', now() from operation where kind = 'demo.begin'`);
  const answer = await admin.call(demo.replace, { body });
  expect([answer.status, answer.problem.code]).toEqual([409, "demo_work_under_way"]);
  await pool.query("delete from long_operation");
});

test("where the company cannot be made the demo stays, whole", async () => {
  const before = await countRows(world.database);
  const answer = await admin.call(demo.replace, { body: { ...body, timeZone: "Asia/Nowhere" } });
  expect(answer.status).toBe(400);
  const after = await countRows(world.database);
  // The sign-in that was made for the new administrator has a connection of its own; nobody hangs on it.
  for (const table of ['auth."user"', "auth.user", "auth.account"]) {
    before.delete(table);
    after.delete(table);
  }
  expect(after).toEqual(before);
});

test("one act leaves what came with the program, one's own company and its administrator", async () => {
  const { rows: ranks } = await world.database.pool.query("select id from role where code = 'rep'");
  const grants = [{ object: "campaign", action: "create", from: null, to: { scope: "all", pools: null } as const }];
  const changed = await admin.call(roles.setGrants, { params: { roleId: ranks[0].id }, body: { grants } });
  expect(changed.status).toBe(200);

  const answer = await admin.call(demo.replace, { body });
  expect([answer.status, answer.body]).toEqual([200, {}]);
  const cookie = String(answer.headers["set-cookie"]).split(";")[0] ?? "";
  expect((await world.door.as(null).call(session.whoAmI, {}, { cookie })).body.person.name).toBe("李航");
  const left = await countRows(world.database);
  const more = [...left].flatMap(([table, n]) => {
    const before = shipped.get(table) ?? 0;
    return n === before ? [] : [[table, n - before]];
  });
  const made = ["company", "grant_rule", "person", "person_role"].map((table) => [table, 1]);
  const around = ["operation", "rate_limit", "security_event", "search_entry", "worker_process"];
  expect(more.filter(([table]) => !around.includes(String(table)) && !String(table).startsWith("auth."))).toEqual(made);
});

test("the roles keep what was set for them, and nothing of anybody is left in the ledger", async () => {
  const { pool } = world.database;
  const kept = await pool.query(
    "select 1 from grant_rule where object = 'campaign' and action = 'create' and scope = 'all'",
  );
  expect(kept.rowCount).toBeGreaterThan(0);
  const { rows: acts } = await pool.query(`
    select o.kind, o.actor_kind, p.name, o.summary::text as summary
    from operation as o left join person as p on p.id = o.actor_id
    where o.source <> 'migration' order by o.id`);
  expect(acts.map(({ kind, name }) => [kind, name])).toEqual([
    ["role.set_grants", null],
    ["demo.replace", "李航"],
  ]);
  expect(acts[0].actor_kind).toBe("system");
  expect((await pool.query("select 1 from change")).rowCount).toBe(0);
});

test("the demo's people are out, the new administrator comes in and may do everything", async () => {
  expect((await admin.call(session.whoAmI)).status).toBe(401);
  expect((await world.enter("wutong@yunfan.test", CAST_PASSWORD)).answer.status).toBe(401);
  const { answer } = await world.enter(company.email, company.password);
  expect(answer.body).toMatchObject({
    demo: false,
    person: { name: "李航", roles: [{ code: "admin" }] },
    company: { name: "江海机电" },
  });
});

test("a company of one's own is never removed", async () => {
  const { rows } = await world.database.pool.query<{ id: string }>("select id from person");
  const owner = world.http.as(rows[0]?.id ?? "");
  expect((await owner.call(demo.show)).body).toEqual({ demo: null });
  const answer = await owner.call(demo.replace, { body: { ...body, confirmation: "江海机电" } });
  expect([answer.status, answer.problem.code]).toEqual([409, "demo_absent"]);
});

test("outside of this act the tables still refuse to be truncated", async () => {
  await expect(world.database.pool.query("truncate lead cascade")).rejects.toThrow("not allowed");
});
