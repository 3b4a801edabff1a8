import type { ContactRow } from "@tongzhou/contract/contacts";
import type { Viewing } from "../../platform/access/acting.ts";
import { presentContactRow } from "./present-contact.ts";
import { findPeopleOfHousehold } from "./queries/find-people-of-household.ts";
import type { StoredHouseholdMember } from "./queries/find-people-of-household.ts";

/** Somebody of a household as the viewer may see them, with what they are and were in it. */
export interface PersonOfHousehold {
  readonly contact: ContactRow;
  readonly roles: StoredHouseholdMember["roles"];
}

/** Who is or was in a household. */
export async function peopleOfHousehold(
  viewing: Pick<Viewing, "tx" | "viewer">,
  accountId: string,
): Promise<PersonOfHousehold[]> {
  const people = await findPeopleOfHousehold(viewing, accountId);
  return people.map(({ roles, ...contact }) => ({ contact: presentContactRow(viewing.viewer, contact), roles }));
}
