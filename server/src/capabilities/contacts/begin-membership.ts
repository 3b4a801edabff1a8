import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { readAccount, standingAccounts } from "../accounts/index.ts";
import type { AccountAndHome } from "../accounts/index.ts";
import { companyCalendar } from "../people/index.ts";
import { accountNamed } from "./create-contact.ts";
import { beginningOn } from "./domain/membership-days.ts";
import { followJob } from "./follow-job.ts";
import { insertMemberships, isPresentMember } from "./queries/membership-rows.ts";
import type { JobFacts } from "./queries/membership-rows.ts";
import { requireEditableContact } from "./require-editable-contact.ts";

export const BEGIN_MEMBERSHIP = operationKind("membership.begin");

/** A job as somebody types it. */
export interface TypedJob extends JobFacts {
  readonly account: { readonly id: string } | { readonly name: string };
  /** The first day, in the company's zone. */
  readonly since: string;
}

/**
 * Somebody works at a company from a day on, beside what they did before.
 * @throws NotFound for a contact they may not edit or a company they may not read; NotAllowed; Refused `member_already`,
 * `day_ahead`, `not_a_company`, `name_says_nothing`.
 */
export async function beginMembership(
  context: Acting,
  contactId: string,
  job: TypedJob,
): Promise<{ membershipId: string; accountId: string }> {
  await requireEditableContact(context, contactId, factsOf(job));
  const begun = await beginJob(context, contactId, job);
  await followJob(context, contactId, false);
  await context.emit("contact.changed", [contactId]);
  return begun;
}

/** Writes the job alone. */
export async function beginJob(
  context: Acting,
  contactId: string,
  job: TypedJob,
): Promise<{ membershipId: string; accountId: string }> {
  const { timeZone } = await companyCalendar(context);
  const since = beginningOn(job.since, context.now, timeZone);
  if (since === undefined) throw new Refused("day_ahead");
  const { accountId, homeAccountId } = await employerOf(context, job.account);
  if (await isPresentMember(context, contactId, accountId, null)) throw new Refused("member_already");
  const [membershipId = ""] = await insertMemberships(context, [
    { contactId, accountId, homeAccountId, ...factsOf(job), householdRole: null, since },
  ]);
  return { membershipId, accountId };
}

const factsOf = ({ title, jobFunction, jobLevel }: JobFacts): JobFacts => ({ title, jobFunction, jobLevel });

async function employerOf(context: Acting, account: TypedJob["account"]): Promise<AccountAndHome> {
  if ("name" in account) {
    const named = await accountNamed(context, account.name);
    if (named === undefined) throw new Refused("name_says_nothing");
    return named;
  }
  const known = await readAccount(context, account.id);
  if (!known || known.mergedIntoId !== null) throw new NotFound();
  if (known.kind !== "company") throw new Refused("not_a_company");
  const [standing] = await standingAccounts(context, [{ accountId: known.id, homeAccountId: known.id }]);
  return standing ?? { accountId: known.id, homeAccountId: known.id };
}
