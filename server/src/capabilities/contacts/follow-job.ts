import type { Context } from "../../platform/ledger/context.ts";
import { updateContact } from "./queries/contact-rows.ts";
import { findPresentJob, updateMembership } from "./queries/membership-rows.ts";
import type { JobFacts } from "./queries/membership-rows.ts";

const NO_JOB: JobFacts = { title: null, jobFunction: null, jobLevel: null };

const columnsOf = ({ title, jobFunction, jobLevel }: JobFacts) => ({
  title,
  job_function: jobFunction,
  job_level: jobLevel,
});

/**
 * Lets a person's own title, function and level be those of the job they have now, which lists and conditions read. A job of
 * which nothing is known changes nothing, unless the one before it has just ended.
 */
export async function followJob(context: Context, contactId: string, hasLeft: boolean): Promise<void> {
  const job = (await findPresentJob(context, contactId)) ?? NO_JOB;
  const saysNothing = job.title === null && job.jobFunction === null && job.jobLevel === null;
  if (saysNothing && !hasLeft) return;
  await updateContact(context, contactId, columnsOf(job));
}

/** What is written about a person's job on their page is written of the job they have now. */
export async function writePresentJob(
  context: Context,
  contactId: string,
  { title, jobFunction, jobLevel }: { readonly [Fact in keyof JobFacts]?: JobFacts[Fact] | undefined },
): Promise<void> {
  const values = {
    ...(title === undefined ? {} : { title }),
    ...(jobFunction === undefined ? {} : { job_function: jobFunction }),
    ...(jobLevel === undefined ? {} : { job_level: jobLevel }),
  };
  const job = Object.keys(values).length === 0 ? undefined : await findPresentJob(context, contactId);
  if (job) await updateMembership(context, job.id, values);
}
