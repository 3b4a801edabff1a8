import type { Acting } from "../../platform/access/acting.ts";
import { fieldLevel } from "../../platform/access/field-access.ts";
import { NotAllowed, NotFound } from "../../platform/problems/refusal.ts";
import { CONTACT } from "./contacts.access.ts";
import { findContact } from "./queries/contact-rows.ts";
import type { StoredContact } from "./queries/contact-rows.ts";
import type { JobFacts } from "./queries/membership-rows.ts";

/**
 * The contact, when the viewer may edit it and it goes on as itself.
 * @param job facts of a job that are written with it. @throws NotFound; NotAllowed for a job they may only read.
 */
export async function requireEditableContact(
  context: Acting,
  contactId: string,
  job: { readonly [Fact in keyof JobFacts]?: unknown } = {},
): Promise<StoredContact> {
  const contact = await findContact(context, contactId, "edit");
  if (!contact || contact.mergedIntoId !== null) throw new NotFound();
  const writesJob = Object.values(job).some((fact) => fact !== undefined && fact !== null);
  if (writesJob && fieldLevel(context.viewer, CONTACT, "job", contact.held) !== "edit") throw new NotAllowed();
  return contact;
}
