import type { Household, HouseholdMember } from "@tongzhou/contract/households";
import type { Viewing } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { mayEditAccount, readAccount } from "../accounts/index.ts";
import { peopleOfHousehold } from "../contacts/index.ts";
import { findInterests } from "./queries/find-interests.ts";

/** A household in one picture, as far as the viewer may see its people. @throws NotFound; of a company as well. */
export async function readHousehold(viewing: Viewing, id: string): Promise<Household> {
  const account = await readAccount(viewing, id);
  if (!account || account.kind !== "household") throw new NotFound();
  const people = await peopleOfHousehold(viewing, id);
  const present: HouseholdMember[] = [];
  const former: HouseholdMember[] = [];
  for (const { contact, roles } of people) {
    const now = roles.filter(({ until }) => until === null);
    if (now.length > 0) present.push({ contact, roles: now });
    else former.push({ contact, roles: [...roles] });
  }
  const interests = await findInterests(
    viewing,
    id,
    present.map(({ contact }) => contact.id),
  );
  const mayEdit = account.mergedIntoId === null && mayEditAccount(viewing.viewer, account);
  return { id, name: account.name, present, former, interests, mayEdit };
}
