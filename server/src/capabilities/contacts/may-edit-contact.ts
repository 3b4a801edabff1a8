import type { Viewing } from "../../platform/access/acting.ts";
import { findContact } from "./queries/contact-rows.ts";

/** Whether the viewer may edit this contact as it is now; false as well when there is none. */
export async function mayEditContact(viewing: Pick<Viewing, "tx" | "viewer">, contactId: string): Promise<boolean> {
  return (await findContact(viewing, contactId, "edit")) !== undefined;
}
