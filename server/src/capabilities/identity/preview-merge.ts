import type { Contact } from "@tongzhou/contract/contacts";
import type { MergeField, MergePreview } from "@tongzhou/contract/identity";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Sides } from "../../platform/homes/homes.ts";
import { contactHomes, readContact } from "../contacts/index.ts";
import { countMeetingLeads } from "../leads/index.ts";
import type { Facts } from "./domain/choose-values.ts";
import { previewChoices, readSides } from "./preview-choices.ts";
import { contactMerging } from "./shapes/contact-merging.ts";

/** What merging two contacts would do; writes nothing. Throws as `mergeContacts`. */
export async function previewMerge(viewing: Viewing, sides: Sides): Promise<MergePreview> {
  const { survivorId, mergedId } = sides;
  const { survivor, merged } = await readSides(sides, (id) => readContact(viewing, id, "edit"));
  const facts = { survivor: factsOf(survivor), merged: factsOf(merged) };
  return {
    survivor,
    merged,
    choices: await previewChoices(contactMerging, viewing, sides, facts),
    moves: await contactHomes.countMoving(viewing, mergedId),
    meetingLeads: await countMeetingLeads(viewing, [survivorId, mergedId]),
  };
}

/** The facts of a contact as the viewer sees them, by their names; hidden ones are not there. An owner is named. */
function factsOf(contact: Contact): Partial<Facts<MergeField>> {
  const { name, regionCode, language, note, owner } = contact;
  return {
    name,
    regionCode,
    language,
    note,
    ownerId: owner?.name ?? null,
    ...(contact.title === undefined ? {} : { title: contact.title }),
    ...(contact.jobFunction === undefined ? {} : { jobFunction: contact.jobFunction }),
    ...(contact.jobLevel === undefined ? {} : { jobLevel: contact.jobLevel }),
  };
}
