import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { makeHousehold } from "../accounts/index.ts";
import { beginRoles, meetSomebody } from "../contacts/index.ts";
import type { Somebody } from "../contacts/index.ts";
import { householdName } from "./domain/household-name.ts";

export const CREATE_HOUSEHOLD = operationKind("household.create");

/** Somebody of a household and what they are in it. */
export type NewMember = Somebody & { readonly roles: readonly string[] };

/**
 * Says that people are one household from a day on. Who makes it owns it. Without a name it is called after its people.
 * Somebody may belong to two, as children of parents who live apart do.
 * @throws NotFound for somebody they may not edit; Refused `day_ahead`, `household_of_nobody` when nobody has a name to call
 * it by.
 */
export async function createHousehold(
  context: Acting,
  {
    name,
    members,
    since,
  }: { readonly name: string | null; readonly members: readonly NewMember[]; readonly since: string },
): Promise<string> {
  const people = [];
  for (const { roles, ...somebody } of members) people.push({ ...(await meetSomebody(context, somebody)), roles });
  const called = name ?? householdName(people.map((person) => person.name));
  if (called === null) throw new Refused("household_of_nobody");
  const regionCode = people.find((person) => person.regionCode !== null)?.regionCode ?? null;
  const householdId = await makeHousehold(context, { name: called, regionCode, ownerId: context.viewer.personId });
  const unique = new Map(people.map(({ id, roles }) => [id, { contactId: id, roles }]));
  await beginRoles(context, householdId, [...unique.values()], since);
  return householdId;
}
