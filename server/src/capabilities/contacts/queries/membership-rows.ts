import { sql } from "kysely";
import type { Context } from "../../../platform/ledger/context.ts";

/** The three facts of a job. */
export interface JobFacts {
  readonly title: string | null;
  readonly jobFunction: string | null;
  readonly jobLevel: string | null;
}

export interface NewDatedMembership extends JobFacts {
  readonly contactId: string;
  readonly accountId: string;
  /** Where that account came from before any merge; itself unless said (R-ID-7). */
  readonly homeAccountId?: string;
  readonly householdRole: string | null;
  readonly since: Date;
}

export interface LockedMembership extends JobFacts {
  readonly id: string;
  readonly contactId: string;
  readonly accountId: string;
  readonly accountKind: string;
  readonly accountOwnerId: string | null;
  readonly householdRole: string | null;
  readonly since: Date;
  readonly until: Date | null;
}

/** Locks a membership of a contact for a change, with the account it is in. */
export async function lockMembership(
  { client }: Context,
  contactId: string,
  membershipId: string,
): Promise<LockedMembership | undefined> {
  const { rows } = await client.query<LockedMembership>(
    `select m.id, m.contact_id as "contactId", m.account_id as "accountId", a.kind as "accountKind",
       a.owner_id as "accountOwnerId", m.title, m.job_function as "jobFunction", m.job_level as "jobLevel",
       m.household_role as "householdRole", m.since, m.until
     from membership as m
     join published.account as a on a.id = m.account_id
     where m.id = $1 and m.contact_id = $2
     for update of m`,
    [membershipId, contactId],
  );
  return rows[0];
}

/** Writes memberships that a person dated; each has its home where it was written (R-ID-7). @returns their ids, in order. */
export async function insertMemberships(
  { tx, newId }: Context,
  memberships: readonly NewDatedMembership[],
): Promise<string[]> {
  const rows = memberships.map(({ contactId, accountId, homeAccountId, ...facts }) => ({
    id: newId(),
    contact_id: contactId,
    home_contact_id: contactId,
    account_id: accountId,
    home_account_id: homeAccountId ?? accountId,
    title: facts.title,
    job_function: facts.jobFunction,
    job_level: facts.jobLevel,
    household_role: facts.householdRole,
    since: facts.since,
  }));
  if (rows.length > 0) await tx.insertInto("membership").values(rows).execute();
  return rows.map(({ id }) => id);
}

/** Whether a contact is in an account now, in this role. */
export async function isPresentMember(
  { tx }: Pick<Context, "tx">,
  contactId: string,
  accountId: string,
  householdRole: string | null,
): Promise<boolean> {
  const row = await tx
    .selectFrom("membership")
    .select("id")
    .where("contact_id", "=", contactId)
    .where("account_id", "=", accountId)
    .where(sql<boolean>`household_role is not distinct from ${householdRole}`)
    .where("until", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Ends a membership. What says the same of records that go on as this contact, or as this account, ends with it: it would come
 * back as present with their next move.
 * @param homes the contact and the account, each with everything that was merged into it.
 */
export async function endMembershipRow(
  { client }: Context,
  { id, householdRole }: Pick<LockedMembership, "id" | "householdRole">,
  homes: { readonly contacts: readonly string[]; readonly accounts: readonly string[] },
  until: Date,
): Promise<void> {
  await client.query(
    `update membership set until = greatest(since, $2)
     where id = $1 or (home_contact_id = any($3::uuid[]) and home_account_id = any($4::uuid[])
       and household_role is not distinct from $5 and until is null)`,
    [id, until, homes.contacts, homes.accounts, householdRole],
  );
}

export async function updateMembership(
  { tx }: Context,
  id: string,
  values: Partial<{
    title: string | null;
    job_function: string | null;
    job_level: string | null;
    household_role: string | null;
    since: Date;
    until: Date | null;
  }>,
): Promise<void> {
  if (Object.keys(values).length > 0) await tx.updateTable("membership").set(values).where("id", "=", id).execute();
}

/** The job that somebody has now: of several companies the one they went to last. */
export async function findPresentJob(
  { tx }: Pick<Context, "tx">,
  contactId: string,
): Promise<(JobFacts & { id: string }) | undefined> {
  const { rows } = await sql<JobFacts & { id: string }>`
    select m.id, m.title, m.job_function as "jobFunction", m.job_level as "jobLevel"
    from membership as m
    join published.account as a on a.id = m.account_id and a.kind = 'company'
    where m.contact_id = ${contactId} and m.until is null
    order by m.since desc, m.id desc
    limit 1`.execute(tx);
  return rows[0];
}

/** A role that somebody has in a household now; null for one who is simply in it. */
export interface PresentRole {
  readonly id: string;
  readonly contactId: string;
  readonly accountId: string;
  readonly householdRole: string | null;
  readonly since: Date;
}

/** Locks who is what in a household now; what a merged contact brings waits at its home. */
export async function lockPresentRoles({ client }: Context, accountId: string): Promise<PresentRole[]> {
  const { rows } = await client.query<PresentRole>(
    `select m.id, m.contact_id as "contactId", m.account_id as "accountId", m.household_role as "householdRole", m.since
     from membership as m
     join contact as c on c.id = m.contact_id
     where m.account_id = $1 and m.until is null and c.merged_into_id is null
     order by m.id
     for update of m`,
    [accountId],
  );
  return rows;
}
