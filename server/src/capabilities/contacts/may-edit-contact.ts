import type { Viewing } from "../../platform/access/acting.ts";
import { fieldLevel } from "../../platform/access/field-access.ts";
import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import { CONTACT } from "./contacts.access.ts";
import { findContact } from "./queries/contact-rows.ts";
import type { ContactFacts } from "./queries/merging-contacts.ts";

const JOB_FACTS: readonly (keyof ContactFacts)[] = ["title", "jobFunction", "jobLevel"];

/** Whether the viewer may edit this contact as it is now; false as well when there is none. */
export async function mayEditContact(viewing: Pick<Viewing, "tx" | "viewer">, contactId: string): Promise<boolean> {
  return (await findContact(viewing, contactId, "edit")) !== undefined;
}

/**
 * Whether the viewer may write these facts of a contact that they may edit: those of the job only where they may edit the job,
 * another owner only where they may give the contact on.
 */
export async function mayTakeContactFacts(
  viewing: Pick<Viewing, "tx" | "viewer">,
  contactId: string,
  facts: readonly (keyof ContactFacts)[],
): Promise<boolean> {
  const contact = await findContact(viewing, contactId, "edit");
  if (!contact) return false;
  const { held, owner } = contact;
  const takesJob = JOB_FACTS.some((fact) => facts.includes(fact));
  if (takesJob && fieldLevel(viewing.viewer, CONTACT, "job", held) !== "edit") return false;
  return !facts.includes("ownerId") || owner === null || covers(reachOf(viewing.viewer, CONTACT, "assign"), held);
}
