import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { companyCalendar } from "../people/index.ts";
import { beginJob } from "./begin-membership.ts";
import type { TypedJob } from "./begin-membership.ts";
import { endingOn } from "./domain/membership-days.ts";
import { followJob } from "./follow-job.ts";
import { updateContact } from "./queries/contact-rows.ts";
import type { StoredContact } from "./queries/contact-rows.ts";
import { homesOfMembership } from "./homes-of-membership.ts";
import { endMembershipRow, findPresentJob, lockMembership, updateMembership } from "./queries/membership-rows.ts";
import type { LockedMembership } from "./queries/membership-rows.ts";
import { requireEditableContact } from "./require-editable-contact.ts";

export const END_MEMBERSHIP = operationKind("membership.end");
export const MOVE_MEMBERSHIP = operationKind("membership.move");

/**
 * Somebody is no longer in an account from a day on; that they were stays.
 * @throws NotFound; Refused `membership_over`, `left_before_begun`, `day_ahead`.
 */
export async function endMembership(
  context: Acting,
  contactId: string,
  membershipId: string,
  on: string,
): Promise<void> {
  const contact = await requireEditableContact(context, contactId);
  const ended = await endOne(context, contact, membershipId, on);
  if (ended.accountKind === "company") await followJob(context, contactId, true);
  await context.emit("contact.changed", [contactId]);
}

/**
 * Somebody goes from one company to another, or takes another job in the same: the one ends on the day the other begins.
 * @throws NotFound; NotAllowed; Refused as `endMembership` and `beginMembership` do.
 */
export async function moveMembership(
  context: Acting,
  contactId: string,
  membershipId: string,
  job: TypedJob,
): Promise<{ membershipId: string; accountId: string }> {
  const { title, jobFunction, jobLevel } = job;
  const contact = await requireEditableContact(context, contactId, { title, jobFunction, jobLevel });
  const ended = await endOne(context, contact, membershipId, job.since);
  if (ended.accountKind !== "company") throw new Refused("not_a_company");
  const begun = await beginJob(context, contactId, job);
  await followJob(context, contactId, true);
  await context.emit("contact.changed", [contactId]);
  return begun;
}

async function endOne(
  context: Acting,
  contact: StoredContact,
  membershipId: string,
  on: string,
): Promise<LockedMembership> {
  const membership = await lockMembership(context, contact.id, membershipId);
  if (!membership) throw new NotFound();
  if (membership.until !== null) throw new Refused("membership_over");
  const { timeZone } = await companyCalendar(context);
  const until = endingOn(on, membership.since, context.now, timeZone);
  if (typeof until === "string") throw new Refused(until);
  await keepWhatWasKnown(context, contact, membership);
  await endMembershipRow(context, membership, await homesOfMembership(context, membership), until);
  await keepInSight(context, contact, membership);
  return membership;
}

/** What stands on the person of the job that ends goes into its history where that is blank. */
async function keepWhatWasKnown(context: Acting, contact: StoredContact, membership: LockedMembership): Promise<void> {
  const present = membership.accountKind === "company" ? await findPresentJob(context, contact.id) : undefined;
  if (present?.id !== membership.id) return;
  await updateMembership(context, membership.id, {
    ...(membership.title === null && contact.title !== null ? { title: contact.title } : {}),
    ...(membership.jobFunction === null && contact.jobFunction !== null ? { job_function: contact.jobFunction } : {}),
    ...(membership.jobLevel === null && contact.jobLevel !== null ? { job_level: contact.jobLevel } : {}),
  });
}

/**
 * Who followed a person only by the company they leave would lose them from sight with the word that they left: a person of
 * nobody becomes theirs who owns that company.
 */
async function keepInSight(
  context: Acting,
  contact: StoredContact,
  { accountOwnerId }: LockedMembership,
): Promise<void> {
  if (contact.owner !== null || accountOwnerId === null) return;
  await updateContact(context, contact.id, { owner_id: accountOwnerId });
}
