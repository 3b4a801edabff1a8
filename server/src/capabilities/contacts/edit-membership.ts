import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { dayAt } from "../../platform/time/start-of-day.ts";
import { companyCalendar } from "../people/index.ts";
import { beginningOn, endingOn } from "./domain/membership-days.ts";
import { followJob } from "./follow-job.ts";
import { isPresentMember, lockMembership, updateMembership } from "./queries/membership-rows.ts";
import type { LockedMembership } from "./queries/membership-rows.ts";
import { requireEditableContact } from "./require-editable-contact.ts";

export const EDIT_MEMBERSHIP = operationKind("membership.edit");

/** Days are calendar days of the company. */
export interface MembershipEdit {
  readonly title?: FieldChange<string | null> | undefined;
  readonly jobFunction?: FieldChange<string | null> | undefined;
  readonly jobLevel?: FieldChange<string | null> | undefined;
  readonly since?: FieldChange<string> | undefined;
  readonly until?: FieldChange<string | null> | undefined;
}

/**
 * Corrects a day or a fact of a membership; without its last day it lasts again.
 * @throws NotFound; NotAllowed; Conflict `changed_meanwhile`; Refused `left_before_begun`, `day_ahead`, `member_already`.
 */
export async function editMembership(
  context: Acting,
  contactId: string,
  membershipId: string,
  edit: MembershipEdit,
): Promise<void> {
  const { title, jobFunction, jobLevel } = edit;
  await requireEditableContact(context, contactId, { title, jobFunction, jobLevel });
  const membership = await lockMembership(context, contactId, membershipId);
  if (!membership) throw new NotFound();
  const { timeZone } = await companyCalendar(context);
  const present = {
    title: membership.title,
    jobFunction: membership.jobFunction,
    jobLevel: membership.jobLevel,
    since: dayAt(membership.since, timeZone),
    until: membership.until && dayAt(membership.until, timeZone),
  };
  const changes = await takeChanges(context, { table: "membership", id: membershipId }, present, edit);
  const days = await datedAnew(context, membership, changes, timeZone);
  await updateMembership(context, membershipId, {
    ...(changes.title === undefined ? {} : { title: changes.title }),
    ...(changes.jobFunction === undefined ? {} : { job_function: changes.jobFunction }),
    ...(changes.jobLevel === undefined ? {} : { job_level: changes.jobLevel }),
    ...days,
  });
  if (membership.accountKind === "company") await followJob(context, contactId, days.until !== undefined);
  await context.emit("contact.changed", [contactId]);
}

async function datedAnew(
  context: Acting,
  membership: LockedMembership,
  { since: sinceDay, until: untilDay }: { readonly since?: string; readonly until?: string | null },
  timeZone: string,
): Promise<{ since?: Date; until?: Date | null }> {
  const since = sinceDay === undefined ? membership.since : beginningOn(sinceDay, context.now, timeZone);
  if (since === undefined) throw new Refused("day_ahead");
  const begins = sinceDay === undefined ? {} : { since };
  const { contactId, accountId, householdRole } = membership;
  if (untilDay === null) {
    if (await isPresentMember(context, contactId, accountId, householdRole)) throw new Refused("member_already");
    return { ...begins, until: null };
  }
  const day = untilDay ?? (membership.until && dayAt(membership.until, timeZone));
  if (day === null) return begins;
  const until = endingOn(day, since, context.now, timeZone);
  if (typeof until === "string") throw new Refused(until);
  return { ...begins, until };
}
