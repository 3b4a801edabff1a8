import { addTestField } from "../../server/src/add-test-field.fixture.ts";
import { createPerson, findRoleId, openPeople } from "../../server/src/capabilities/people/index.ts";
import { createTeam } from "../../server/src/capabilities/people/index.ts";
import { createRule } from "../../server/src/capabilities/routing/index.ts";
import { CAST_PASSWORD, hireCast } from "../../server/src/cast.fixture.ts";
import type { Cast } from "../../server/src/cast.fixture.ts";
import type { House } from "../../server/src/platform/ledger/context.ts";
import { operate } from "../../server/src/platform/ledger/operate.ts";
import { operationKind } from "../../server/src/platform/ledger/operation-kind.ts";
import { migrateDatabase } from "../../server/src/platform/lifecycle/migrate-database.ts";
import { makeReady } from "../../server/src/ready-house.fixture.ts";

const FOUND = operationKind("kill.found_company");
const LISTED_REPS = ["许诺", "马可", "苏芮"];

/** What imports say where their leads come from; by it they have reps of their own, so that their turns are their own. */
export const LISTED = "名单";
export const LEVELS = ["金卡", "银卡"] as const;
export { CAST_PASSWORD };

export interface Company {
  readonly cast: Cast;
  /** The fields that it added, in the order of the columns of lists. */
  readonly fieldIds: readonly string[];
}

/**
 * Makes a company that takes leads in: imported ones go in turn to 名单组, all others in turn to 陈浩 and 王倩. Of contacts it
 * also keeps a card, each of which one has, and a level; of leads a budget.
 */
export async function foundCompany(house: House): Promise<Company> {
  await migrateDatabase(house.pool, house.newId);
  const people = await openPeople(house);
  const cast = await hireCast(house, people.signIn.passwords);
  await operate(house, { actor: { kind: "system" }, kind: FOUND, source: "command" }, async (context) => {
    const teamId = await createTeam(context, { name: "名单组", parentId: null });
    const rep = await findRoleId(context, "rep");
    if (rep === undefined) throw new Error("there is no role of reps");
    for (const name of LISTED_REPS) {
      await createPerson(context, people.signIn, { name, email: null, teamId, password: null, roleIds: [rep] });
    }
    await createRule(context, {
      name: "名单",
      conditions: { combinator: "and", rules: [{ field: "lead.source", operator: "is", value: LISTED }] },
      target: { kind: "team", teamId, method: "round_robin", weights: {} },
      fallback: false,
      maxInHand: null,
      maxPerDay: null,
      otherwise: "next_rule",
    });
  });
  await makeReady(house, cast);
  await people.signIn.close();
  const options = LEVELS.map((name) => ({ name, nameEn: null }));
  const fields = [
    await addTestField(house, { name: "卡号", unique: true }),
    await addTestField(house, { name: "等级", type: "choice", options }),
    await addTestField(house, { name: "预算", type: "number", object: "lead" }),
  ];
  return { cast, fieldIds: fields.map(({ id }) => id) };
}
