import type { PrivacyPreview } from "@tongzhou/contract/privacy";
import type { ReadContext } from "../../platform/ledger/context.ts";
import { countPersonRows } from "../../platform/personal/find-person-rows.ts";
import { seekPerson } from "./find-people.ts";

/** What is held about somebody, before anything is done. @throws NotFound. */
export async function previewPerson(context: Pick<ReadContext, "tx">, contactId: string): Promise<PrivacyPreview> {
  const { survivorId, name, person, identifiers } = await seekPerson(context, contactId);
  return {
    contactId: survivorId,
    name,
    records: person.contactIds.length,
    identifiers: identifiers.filter(({ kind }) => kind !== "record").length,
    held: await countPersonRows(context, person),
  };
}
