import type { Acting } from "../../platform/access/acting.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { companyCalendar } from "../people/index.ts";
import { attachContacts } from "./attach-contacts.ts";
import { beginningOn, endingOn } from "./domain/membership-days.ts";
import { sortName } from "./domain/sort-name.ts";
import { homesOfMembership } from "./homes-of-membership.ts";
import { endMembershipRow, insertMemberships, lockPresentRoles } from "./queries/membership-rows.ts";
import type { PresentRole } from "./queries/membership-rows.ts";
import { requireEditableContact } from "./require-editable-contact.ts";

const NO_JOB = { title: null, jobFunction: null, jobLevel: null };

/** Somebody who is here, or somebody without any number of their own, such as a child. */
export type Somebody = { readonly contactId: string } | { readonly name: string };

/**
 * The contact that is meant, when the viewer may edit it; a name makes somebody new, who is met by their record alone. Of two
 * children of one name nothing says that they are one.
 * @throws NotFound.
 */
export async function meetSomebody(
  context: Acting,
  somebody: Somebody,
): Promise<{ id: string; name: string | null; regionCode: string | null }> {
  if ("contactId" in somebody) return requireEditableContact(context, somebody.contactId);
  const { name } = somebody;
  const draft = {
    name,
    nameSort: sortName(name),
    identifiers: [],
    accountId: null,
    ownerId: context.viewer.personId,
    at: context.now,
  };
  const [attached] = await attachContacts(context, [draft]);
  if (!attached) throw new NotFound();
  return { id: attached.contactId, name, regionCode: null };
}

/** The roles that people have in a household now, locked; those without any have one row without a role. */
export const presentRoles = (context: Acting, accountId: string): Promise<PresentRole[]> =>
  lockPresentRoles(context, accountId);

/** Begins roles of people in a household on a day; none at all is a row without one. @throws Refused `day_ahead`. */
export async function beginRoles(
  context: Acting,
  accountId: string,
  people: readonly { readonly contactId: string; readonly roles: readonly string[] }[],
  day: string,
): Promise<void> {
  const { timeZone } = await companyCalendar(context);
  const since = beginningOn(day, context.now, timeZone);
  if (since === undefined) throw new Refused("day_ahead");
  const rows = people.flatMap(({ contactId, roles }) =>
    (roles.length === 0 ? [null] : roles).map((householdRole) => ({
      contactId,
      accountId,
      ...NO_JOB,
      householdRole,
      since,
    })),
  );
  await insertMemberships(context, rows);
  await context.emit("contact.changed", [...new Set(people.map(({ contactId }) => contactId))]);
}

/** Ends roles on a day; that they were stays. @throws Refused `day_ahead`, `left_before_begun`. */
export async function endRoles(context: Acting, roles: readonly PresentRole[], day: string): Promise<void> {
  const { timeZone } = await companyCalendar(context);
  for (const role of roles) {
    const until = endingOn(day, role.since, context.now, timeZone);
    if (typeof until === "string") throw new Refused(until);
    await endMembershipRow(context, role, await homesOfMembership(context, role), until);
  }
  await context.emit("contact.changed", [...new Set(roles.map(({ contactId }) => contactId))]);
}
