import { beforeAll, describe, expect, test } from "vitest";
import { people } from "@tongzhou/contract/people";
import { roles } from "@tongzhou/contract/people-roles";
import { teams } from "@tongzhou/contract/people-teams";
import { undoOperation } from "../../platform/ledger/undo/undo-operation.ts";
import { openPeopleTest } from "./open-people-test.fixture.ts";
import type { PeopleTest } from "./open-people-test.fixture.ts";

let database: PeopleTest["database"];
let cast: PeopleTest["cast"];
let admin: PeopleTest["admin"];
let directory: PeopleTest["directory"];
let roleIdOf: PeopleTest["roleIdOf"];
beforeAll(async () => {
  ({ database, cast, admin, directory, roleIdOf } = await openPeopleTest());
});

describe("what was done is undone", () => {
  const undo = async (answer: { operationId: string | undefined }): Promise<void> => {
    const undone = await undoOperation(database.house, {
      operationId: answer.operationId ?? "",
      actor: { kind: "person", personId: cast.吴桐 },
      source: "web",
    });
    expect(undone).toHaveProperty("operationId");
    directory.forget();
  };

  test("an edit of a person with their roles", async () => {
    const params = { personId: cast.周敏 };
    const before = await admin.call(people.show, { params });
    const [sdr, rep] = [await roleIdOf("sdr"), await roleIdOf("rep")];
    const edited = await admin.call(people.edit, {
      params,
      body: { name: { from: "周敏", to: "周小敏" }, roleIds: { from: [sdr], to: [rep] } },
    });
    expect(edited.body.roles).toMatchObject([{ code: "rep" }]);
    await undo(edited);
    expect((await admin.call(people.show, { params })).body).toEqual(before.body);
  });

  test("a new person and a new team with it, and moves within the tree", async () => {
    const before = (await admin.call(teams.list)).body;
    const team = await admin.call(teams.create, { body: { name: "西北组", parentId: cast.teams.销售部 } });
    const person = await admin.call(people.create, {
      body: { name: "何雯", email: "hewen@yunfan.test", teamId: team.body.id, roleIds: [] },
    });
    const moved = await admin.call(teams.edit, {
      params: { teamId: cast.teams.华东组 },
      body: { parentId: { from: cast.teams.销售部, to: team.body.id } },
    });
    await undo(moved);
    await undo(person);
    await undo(team);
    expect((await admin.call(teams.list)).body).toEqual(before);
    expect((await admin.call(people.show, { params: { personId: person.body.id } })).status).toBe(404);
    const again = await admin.call(people.create, { body: { name: "何雯", email: "hewen@yunfan.test", roleIds: [] } });
    expect(again.status).toBe(201);
  });

  test("a change of grants and the removal of a role", async () => {
    const { body: role } = await admin.call(roles.create, {
      body: { name: { zh: "看客", en: "Onlooker" }, copyOf: await roleIdOf("csm") },
    });
    const params = { roleId: role.id as string };
    const from = { scope: "all", pools: null } as const;
    const grants = [{ object: "campaign", action: "read", from, to: null }];
    await undo(await admin.call(roles.setGrants, { params, body: { grants } }));
    await undo(await admin.call(roles.remove, { params }));
    const back = (await admin.call(roles.list)).body.find((found: { id: string }) => found.id === role.id);
    expect(back).toEqual(role);
  });
});
