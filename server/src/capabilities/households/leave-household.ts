import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { makeHousehold } from "../accounts/index.ts";
import { beginRoles, endRoles, meetSomebody, presentRoles } from "../contacts/index.ts";
import { householdName } from "./domain/household-name.ts";
import { requireHousehold } from "./require-household.ts";

export const LEAVE_HOUSEHOLD = operationKind("household.leave");
export const JOIN_HOUSEHOLDS = operationKind("household.join");

type Roles = Awaited<ReturnType<typeof presentRoles>>;

/** What each of these people is, by person. */
function rolesByPerson(roles: Roles): { contactId: string; roles: string[] }[] {
  const people = new Map<string, string[]>();
  for (const { contactId, householdRole } of roles)
    people.set(contactId, [...(people.get(contactId) ?? []), ...(householdRole === null ? [] : [householdRole])]);
  return [...people].map(([contactId, held]) => ({ contactId, roles: held }));
}

/**
 * Members leave a household on a day, into one of their own with what they were, or into none. What was stays with its days;
 * leads and opportunities stay with whom they are.
 * @returns the household of their own. @throws NotFound; Refused `not_in_household`, `day_ahead`, `left_before_begun`.
 */
export async function leaveHousehold(
  context: Acting,
  householdId: string,
  {
    contactIds,
    on,
    own,
    name,
  }: {
    readonly contactIds: readonly string[];
    readonly on: string;
    readonly own: boolean;
    readonly name: string | null;
  },
): Promise<string | null> {
  const { ownerId, regionCode } = await requireHousehold(context, householdId);
  const leaving = (await presentRoles(context, householdId)).filter(({ contactId }) => contactIds.includes(contactId));
  const people = rolesByPerson(leaving);
  if (people.length !== new Set(contactIds).size) throw new Refused("not_in_household");
  const names: (string | null)[] = [];
  for (const contactId of new Set(contactIds)) names.push((await meetSomebody(context, { contactId })).name);
  await endRoles(context, leaving, on);
  await context.emit("account.changed", [householdId]);
  if (!own) return null;
  const called = name ?? householdName(names);
  if (called === null) throw new Refused("household_of_nobody");
  const ownId = await makeHousehold(context, { name: called, regionCode, ownerId });
  await beginRoles(context, ownId, people, on);
  return ownId;
}

/**
 * Another household becomes part of this one on a day: its people go on here as what they were there. The other stays with
 * its history and nobody in it. Somebody of both keeps here what they are here.
 * @throws NotFound; Refused `same_household`, `household_empty`, `day_ahead`, `left_before_begun`.
 */
export async function joinHouseholds(
  context: Acting,
  householdId: string,
  { otherId, on }: { readonly otherId: string; readonly on: string },
): Promise<void> {
  if (otherId === householdId) throw new Refused("same_household");
  await requireHousehold(context, householdId);
  await requireHousehold(context, otherId);
  // In the order of their ids: two who join the same two the other way round wait for each other in turn.
  const locked = new Map<string, Roles>();
  for (const id of [householdId, otherId].toSorted()) locked.set(id, await presentRoles(context, id));
  const here = locked.get(householdId);
  const there = locked.get(otherId);
  if (!here || !there) throw new NotFound();
  if (there.length === 0) throw new Refused("household_empty");
  for (const { contactId } of rolesByPerson(there)) await meetSomebody(context, { contactId });
  await endRoles(context, there, on);
  const isHere = new Set(here.map(({ contactId }) => contactId));
  const coming = rolesByPerson(there).filter(({ contactId }) => !isHere.has(contactId));
  if (coming.length > 0) await beginRoles(context, householdId, coming, on);
  await context.emit("account.changed", [householdId, otherId].toSorted());
}
