import { beforeAll, describe, expect, test } from "vitest";
import { people } from "@tongzhou/contract/people";
import { roles } from "@tongzhou/contract/people-roles";
import { teams } from "@tongzhou/contract/people-teams";
import { openPeopleTest } from "./open-people-test.fixture.ts";
import type { PeopleTest } from "./open-people-test.fixture.ts";

let http: PeopleTest["http"];
let cast: PeopleTest["cast"];
let admin: PeopleTest["admin"];
let roleIdOf: PeopleTest["roleIdOf"];
beforeAll(async () => {
  ({ http, cast, admin, roleIdOf } = await openPeopleTest());
});

const names = (answer: { body: { rows: { name: string }[] } }): string[] => answer.body.rows.map((row) => row.name);

describe("people", () => {
  test("are listed by the pinyin of their names, page by page", async () => {
    const first = await admin.call(people.list, { query: { limit: 3 } });
    expect(names(first)).toEqual(["陈浩", "何川", "林晓"]);
    const second = await admin.call(people.list, { query: { limit: 100, cursor: first.body.nextCursor } });
    expect(names(second)).toEqual(["孙悦", "王倩", "吴桐", "赵磊", "周敏"]);
    expect(second.body.nextCursor).toBeUndefined();
  });

  test("are found by name, address, team and role, with % and _ as they are", async () => {
    expect(names(await admin.call(people.list, { query: { search: "陈" } }))).toEqual(["陈浩"]);
    expect(names(await admin.call(people.list, { query: { search: "WANGQ" } }))).toEqual(["王倩"]);
    expect(names(await admin.call(people.list, { query: { search: "%" } }))).toEqual([]);
    expect(names(await admin.call(people.list, { query: { search: "_" } }))).toEqual([]);
    expect(names(await admin.call(people.list, { query: { teamId: cast.teams.市场部 } }))).toEqual(["林晓", "周敏"]);
    expect(names(await admin.call(people.list, { query: { roleId: await roleIdOf("rep") } }))).toEqual([
      "陈浩",
      "王倩",
    ]);
  });

  test("are added with a first password, told once; the address is theirs alone", async () => {
    const body = {
      name: "李航",
      email: "lihang@yunfan.test",
      teamId: cast.teams.华东组,
      roleIds: [await roleIdOf("rep")],
    };
    const made = await admin.call(people.create, { body });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({ name: "李航", teamName: "华东组", canSignIn: true, active: true });
    expect(made.body.temporaryPassword).toHaveLength(19);
    const again = await admin.call(people.create, { body: { ...body, email: "LiHang@yunfan.test" } });
    expect([again.status, again.problem.code]).toEqual([409, "email_taken"]);
    const shown = await admin.call(people.show, { params: { personId: made.body.id } });
    expect(shown.body.temporaryPassword).toBeUndefined();
  });

  test("are edited field by field; who saw an old value is told who was first", async () => {
    const params = { personId: cast.王倩 };
    const moved = await admin.call(people.edit, {
      params,
      body: { teamId: { from: cast.teams.华南组, to: cast.teams.华东组 } },
    });
    expect(moved.body).toMatchObject({ name: "王倩", teamName: "华东组" });
    const late = await admin.call(people.edit, {
      params,
      body: { teamId: { from: cast.teams.华南组, to: null }, name: { from: "王倩", to: "王小倩" } },
    });
    expect([late.status, late.problem.code]).toEqual([409, "changed_meanwhile"]);
    expect(late.problem.params?.["conflicts"]).toEqual([
      { field: "teamId", value: cast.teams.华东组, byId: cast.吴桐, byName: "吴桐", at: "2025-11-21T01:24:00.000Z" },
    ]);
    expect(late.problem.fields).toMatchObject([{ pointer: "/teamId", code: "field.changed" }]);
    const other = await admin.call(people.edit, { params, body: { name: { from: "王倩", to: "王小倩" } } });
    expect(other.body).toMatchObject({ name: "王小倩", teamName: "华东组" });
    const same = await admin.call(people.edit, { params, body: { name: { from: "王倩", to: "王小倩" } } });
    expect(same.status).toBe(200);
    await admin.call(people.edit, {
      params,
      body: { name: { from: "王小倩", to: "王倩" }, teamId: { from: cast.teams.华东组, to: cast.teams.华南组 } },
    });
  });

  test("of a field two edits at once: one wins, the other is told", async () => {
    const edit = (to: string) =>
      admin.call(people.edit, { params: { personId: cast.何川 }, body: { name: { from: "何川", to } } });
    const statuses = (await Promise.all([edit("何大川"), edit("何小川")])).map((answer) => answer.status);
    expect(statuses.toSorted()).toEqual([200, 409]);
    const { body } = await admin.call(people.show, { params: { personId: cast.何川 } });
    await admin.call(people.edit, { params: { personId: cast.何川 }, body: { name: { from: body.name, to: "何川" } } });
  });

  test("who leave are not lost, and come back with their roles", async () => {
    const params = { personId: cast.孙悦 };
    expect((await admin.call(people.deactivate, { params })).body.active).toBe(false);
    expect(names(await admin.call(people.list, { query: { active: "false" } }))).toEqual(["孙悦"]);
    expect((await http.as(cast.孙悦).call(people.directory)).status).toBe(401);
    const back = await admin.call(people.reactivate, { params });
    expect(back.body).toMatchObject({ active: true, roles: [{ code: "csm" }] });
  });

  test("always keep an administrator", async () => {
    const params = { personId: cast.吴桐 };
    const roleIds = { from: [await roleIdOf("admin")], to: [await roleIdOf("rep")] };
    expect((await admin.call(people.edit, { params, body: { roleIds } })).problem.code).toBe("last_admin");
    expect((await admin.call(people.deactivate, { params })).problem.code).toBe("last_admin");
    const roleId = roleIds.from[0] ?? "";
    const all = { scope: "all", pools: null } as const;
    const grants = [{ object: "*", action: "*", from: all, to: { scope: "own", pools: null } as const }];
    expect((await admin.call(roles.setGrants, { params: { roleId }, body: { grants } })).problem.code).toBe(
      "last_admin",
    );
  });

  test("two administrators cannot take each other away at the same time", async () => {
    const rep = await roleIdOf("rep");
    const both = [rep, await roleIdOf("admin")].toSorted();
    const promoted = { roleIds: { from: [rep], to: both } };
    await admin.call(people.edit, { params: { personId: cast.陈浩 }, body: promoted });
    const answers = await Promise.all([
      admin.call(people.deactivate, { params: { personId: cast.陈浩 } }),
      http.as(cast.陈浩).call(people.deactivate, { params: { personId: cast.吴桐 } }),
    ]);
    expect(answers.map((answer) => answer.status).toSorted()).toEqual([200, 422]);
    const [survivor, gone] = answers[0].status === 200 ? [cast.吴桐, cast.陈浩] : [cast.陈浩, cast.吴桐];
    await http.as(survivor).call(people.reactivate, { params: { personId: gone } });
    const back = { roleIds: { from: both, to: [rep] } };
    await admin.call(people.edit, { params: { personId: cast.陈浩 }, body: back });
  });
});

describe("teams", () => {
  test("form a tree that cannot bite its own tail, also when two move at once", async () => {
    const make = async (name: string, parentId: string | null = null): Promise<string> =>
      (await admin.call(teams.create, { body: { name, parentId } })).body.id as string;
    const north = await make("北方区");
    const south = await make("南方区");
    const below = await make("北京组", north);
    const tail = await admin.call(teams.edit, {
      params: { teamId: north },
      body: { parentId: { from: null, to: below } },
    });
    expect([tail.status, tail.problem.code]).toEqual([422, "team_below_itself"]);
    const moves = await Promise.all([
      admin.call(teams.edit, { params: { teamId: north }, body: { parentId: { from: null, to: south } } }),
      admin.call(teams.edit, { params: { teamId: south }, body: { parentId: { from: null, to: north } } }),
    ]);
    expect(moves.map((answer) => answer.status).toSorted()).toEqual([200, 422]);
  });

  test("that are in use are not removed", async () => {
    const busy = await admin.call(teams.remove, { params: { teamId: cast.teams.销售部 } });
    expect([busy.status, busy.problem.code, busy.problem.params]).toEqual([
      422,
      "team_in_use",
      { people: 1, teams: 2 },
    ]);
    const empty = await admin.call(teams.create, { body: { name: "空团队" } });
    expect((await admin.call(teams.remove, { params: { teamId: empty.body.id } })).status).toBe(200);
    expect((await admin.call(teams.remove, { params: { teamId: empty.body.id } })).status).toBe(404);
  });
});
