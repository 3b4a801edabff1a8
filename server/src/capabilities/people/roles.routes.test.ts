import { beforeAll, describe, expect, test } from "vitest";
import { people } from "@tongzhou/contract/people";
import { roles } from "@tongzhou/contract/people-roles";
import { company, teams } from "@tongzhou/contract/people-teams";
import { openPeopleTest } from "./open-people-test.fixture.ts";
import type { PeopleTest } from "./open-people-test.fixture.ts";

let database: PeopleTest["database"];
let http: PeopleTest["http"];
let cast: PeopleTest["cast"];
let admin: PeopleTest["admin"];
let roleIdOf: PeopleTest["roleIdOf"];
beforeAll(async () => {
  ({ database, http, cast, admin, roleIdOf } = await openPeopleTest());
});

describe("roles", () => {
  test("ship with the grants of the book", async () => {
    const { body } = await admin.call(roles.list);
    expect(body.map((role: { code: string }) => role.code).toSorted()).toEqual([
      "admin",
      "csm",
      "executive",
      "marketer",
      "rep",
      "sales_manager",
      "sdr",
    ]);
    const rep = body.find((role: { code: string }) => role.code === "rep");
    expect(rep.grants).toContainEqual({ object: "lead", action: "edit", scope: "own", pools: [] });
    expect(rep.fields).toContainEqual({
      object: "contact",
      field: "phone",
      level: "edit",
      scope: "own",
      pools: [],
      beyond: "masked",
    });
    expect(rep.peopleCount).toBeGreaterThanOrEqual(2);
  });

  test("are copied, changed cell by cell, and take force at once", async () => {
    const made = await admin.call(roles.create, {
      body: { name: { zh: "销售助理", en: "Sales assistant" }, copyOf: await roleIdOf("rep") },
    });
    expect(made.status).toBe(201);
    const roleId = made.body.id as string;
    expect(made.body.grants).toHaveLength(
      (await admin.call(roles.list)).body.find((r: { code: string }) => r.code === "rep").grants.length,
    );
    const twice = await admin.call(roles.create, { body: { name: { zh: "销售助理", en: "Another" } } });
    expect(twice.problem.code).toBe("role_name_taken");
    const edit = (from: object | null, to: object | null) =>
      admin.call(roles.setGrants, {
        params: { roleId },
        body: { grants: [{ object: "team", action: "edit", from, to } as never] },
      });
    const all = { scope: "all", pools: null };
    expect((await edit(null, all)).body.grants).toContainEqual({ object: "team", action: "edit", ...all });
    expect((await edit(null, all)).problem.code).toBe("changed_meanwhile");
    const assistant = await admin.call(people.create, {
      body: { name: "周子墨", email: "zimo@yunfan.test", roleIds: [roleId], password: "zi-mo-2025-x" },
    });
    const zimo = http.as(assistant.body.id as string);
    expect((await zimo.call(teams.create, { body: { name: "助理组" } })).status).toBe(201);
    await edit(all, null);
    expect((await zimo.call(teams.create, { body: { name: "助理二组" } })).status).toBe(403);
    expect((await admin.call(roles.remove, { params: { roleId } })).problem).toMatchObject({
      code: "role_in_use",
      params: { count: 1 },
    });
  });

  test("that shipped stay, own ones go with their lines", async () => {
    expect((await admin.call(roles.remove, { params: { roleId: await roleIdOf("csm") } })).problem.code).toBe(
      "role_shipped",
    );
    const { body } = await admin.call(roles.create, {
      body: { name: { zh: "临时", en: "Temporary" }, copyOf: await roleIdOf("csm") },
    });
    expect((await admin.call(roles.remove, { params: { roleId: body.id } })).status).toBe(200);
    const left = await database.pool.query("select 1 from grant_rule where role_id = $1", [body.id]);
    expect(left.rowCount).toBe(0);
  });

  test("name the objects that grants can speak of", async () => {
    const { body } = await admin.call(roles.listObjects);
    expect(body).toContainEqual({ object: "person", actions: ["edit"], fields: [], territories: false });
  });
});

describe("the company", () => {
  test("is edited by its administrator", async () => {
    const edited = await admin.call(company.edit, { body: { timeZone: { from: "Asia/Shanghai", to: "Asia/Urumqi" } } });
    expect(edited.body).toMatchObject({ name: "云帆智能", timeZone: "Asia/Urumqi" });
    const nowhere = await admin.call(company.edit, {
      body: { timeZone: { from: "Asia/Urumqi", to: "Asia/Atlantis" } },
    });
    expect(nowhere.problem.fields).toMatchObject([{ pointer: "/timeZone" }]);
    await admin.call(company.edit, { body: { timeZone: { from: "Asia/Urumqi", to: "Asia/Shanghai" } } });
    expect((await http.as(cast.陈浩).call(company.show)).body.timeZone).toBe("Asia/Shanghai");
  });
});
