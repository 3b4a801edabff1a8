import type { Contact } from "@tongzhou/contract/contacts";
import type { Viewing } from "../../platform/access/acting.ts";
import { presentContact } from "./present-contact.ts";
import { findContact } from "./queries/contact-rows.ts";

/** A contact as the viewer may see it; undefined for one out of their reach. @param action what they want to do with it. */
export async function readContact(
  viewing: Pick<Viewing, "tx" | "viewer">,
  id: string,
  action = "read",
): Promise<Contact | undefined> {
  const contact = await findContact(viewing, id, action);
  return contact && presentContact(viewing.viewer, contact);
}
