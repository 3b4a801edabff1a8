import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { beginRoles, endRoles, meetSomebody, mayEditContact, presentRoles } from "../contacts/index.ts";
import type { NewMember } from "./create-household.ts";
import { requireHousehold } from "./require-household.ts";

export const ADD_MEMBER = operationKind("household.add_member");
export const SET_ROLES = operationKind("household.set_roles");

/** Adds somebody to a household. @throws NotFound; Refused `in_household_already`, `day_ahead`. */
export async function addMember(
  context: Acting,
  householdId: string,
  { roles, since, ...somebody }: NewMember & { readonly since: string },
): Promise<string> {
  await requireHousehold(context, householdId);
  const person = await meetSomebody(context, somebody as NewMember);
  const present = await presentRoles(context, householdId);
  if (present.some(({ contactId }) => contactId === person.id))
    throw new Refused("in_household_already", { name: person.name });
  await beginRoles(context, householdId, [{ contactId: person.id, roles }], since);
  await context.emit("account.changed", [householdId]);
  return person.id;
}

/**
 * Says what somebody is in a household from a day on: roles that they no longer have end, others begin, those that stay are
 * left alone with their days.
 * @throws NotFound; Refused `not_in_household`, `day_ahead`, `left_before_begun`.
 */
export async function setRoles(
  context: Acting,
  householdId: string,
  contactId: string,
  { roles, on }: { readonly roles: readonly string[]; readonly on: string },
): Promise<void> {
  await requireHousehold(context, householdId);
  if (!(await mayEditContact(context, contactId))) throw new NotFound();
  const present = (await presentRoles(context, householdId)).filter((each) => each.contactId === contactId);
  if (present.length === 0) throw new Refused("not_in_household");
  const wanted: (string | null)[] = roles.length === 0 ? [null] : [...roles];
  await endRoles(
    context,
    present.filter(({ householdRole }) => !wanted.includes(householdRole)),
    on,
  );
  const begun = wanted.filter((role) => !present.some(({ householdRole }) => householdRole === role));
  const named = begun.filter((role): role is string => role !== null);
  if (begun.length > 0) await beginRoles(context, householdId, [{ contactId, roles: named }], on);
}
