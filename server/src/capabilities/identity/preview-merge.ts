import type { Contact } from "@tongzhou/contract/contacts";
import type { MergeChoice, MergePreview } from "@tongzhou/contract/identity";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Sides } from "../../platform/homes/homes.ts";
import { Conflict, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { contactHomes, homesBelow, mayTakeFacts, readContact } from "../contacts/index.ts";
import { countMeetingLeads } from "../leads/index.ts";
import { chooseValue } from "./domain/choose-values.ts";
import type { MergeField } from "./domain/choose-values.ts";
import { readWritingTimes } from "./queries/merge-rows.ts";

const COLUMNS: Readonly<Record<MergeField, string>> = {
  name: "name",
  title: "title",
  jobFunction: "job_function",
  jobLevel: "job_level",
  regionCode: "region_code",
  language: "language",
  note: "note",
  ownerId: "owner_id",
};

/**
 * What merging two contacts would do; writes nothing. Facts that the viewer may not see or write are not there, and go on by the
 * survivor's side.
 * @throws as `mergeContacts`.
 */
export async function previewMerge(viewing: Viewing, sides: Sides): Promise<MergePreview> {
  const { survivorId, mergedId } = sides;
  if (survivorId === mergedId) throw new Refused("same_contact");
  const survivor = await readContact(viewing, survivorId, "edit");
  const merged = await readContact(viewing, mergedId, "edit");
  if (!survivor || !merged) throw new NotFound();
  if (survivor.mergedIntoId !== null || merged.mergedIntoId !== null) throw new Conflict("merged_already");
  return {
    survivor,
    merged,
    choices: await mayBeTaken(viewing, survivorId, await choicesBetween(viewing, survivor, merged)),
    moves: await contactHomes.count(viewing, await homesBelow(viewing, mergedId)),
    meetingLeads: await countMeetingLeads(viewing, [survivorId, mergedId]),
  };
}

/** Facts that the viewer may not write there are no choice: they go on by the survivor's side. */
async function mayBeTaken(
  viewing: Viewing,
  survivorId: string,
  choices: readonly MergeChoice[],
): Promise<MergeChoice[]> {
  const taken: MergeChoice[] = [];
  for (const choice of choices) if (await mayTakeFacts(viewing, survivorId, [choice.field])) taken.push(choice);
  return taken;
}

async function choicesBetween(viewing: Viewing, survivor: Contact, merged: Contact): Promise<MergeChoice[]> {
  const [ours, theirs] = [factsOf(survivor), factsOf(merged)];
  const times = await readWritingTimes(viewing, [survivor.id, merged.id], COLUMNS);
  const writtenAt = (id: string, field: MergeField): number => times.get(id)?.get(COLUMNS[field]) ?? 0;
  return (Object.keys(COLUMNS) as MergeField[]).flatMap((field): MergeChoice[] => {
    const [mine, other] = [ours[field], theirs[field]];
    if (mine === undefined || other === undefined) return [];
    const { side, because } = chooseValue(
      field,
      { value: mine, writtenAt: writtenAt(survivor.id, field) },
      { value: other, writtenAt: writtenAt(merged.id, field) },
    );
    return because === "same" ? [] : [{ field, survivor: mine, merged: other, side, because }];
  });
}

/** The facts of a contact as the viewer sees them, by their names; hidden ones are not there. */
function factsOf(contact: Contact): Partial<Record<MergeField, string | null>> {
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
