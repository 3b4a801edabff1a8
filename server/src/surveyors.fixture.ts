import type { Context, House } from "./platform/ledger/context.ts";
import { operate } from "./platform/ledger/operate.ts";
import { operationKind } from "./platform/ledger/operation-kind.ts";

const SURVEY = operationKind("test.survey");

async function inATest<Result>(house: House, work: (context: Context) => Promise<Result>): Promise<Result> {
  const asked = { actor: { kind: "system" }, kind: SURVEY, source: "job" } as const;
  return (await operate(house, asked, work)).result;
}

/** Two territories by region: Zhejiang of a person, Shanghai of a team. @returns their ids. */
export function mapOut(house: House, personId: string, teamId: string): Promise<string[]> {
  return inATest(house, async ({ client, newId }) => {
    const ids = [newId(), newId()];
    await client.query(
      `insert into territory (id, name, person_id, team_id, regions, region_patterns, industries, divisions, size_bands)
       values ($1, '浙江', $3, null, '{330000}', '{33%}', '{}', '{}', '{}'),
              ($2, '上海', null, $4, '{310000}', '{31%}', '{}', '{}', '{}')`,
      [...ids, personId, teamId],
    );
    return ids;
  });
}

/** Gives people a second role, whose grants on contacts and accounts reach their territories. */
export function becomeSurveyors(house: House, ...personIds: string[]): Promise<string[]> {
  return inATest(house, async ({ client, newId }) => {
    const roleId = newId();
    await client.query("insert into role (id, code, name_zh, name_en) values ($1, 'surveyor', '勘查', 'Surveyor')", [
      roleId,
    ]);
    for (const object of ["contact", "account"])
      for (const action of ["read", "edit"])
        await client.query(
          "insert into grant_rule (id, role_id, object, action, scope) values ($1, $2, $3, $4, 'territory')",
          [newId(), roleId, object, action],
        );
    for (const personId of personIds)
      await client.query("insert into person_role (id, person_id, role_id) values ($1, $2, $3)", [
        newId(),
        personId,
        roleId,
      ]);
    return personIds;
  });
}
