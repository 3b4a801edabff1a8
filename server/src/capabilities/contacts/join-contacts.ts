import type { Context } from "../../platform/ledger/context.ts";
import type { Meeting, Sides } from "../../platform/homes/homes.ts";
import { contactHomes } from "./shapes/contact-homes.ts";
import { sortName } from "./domain/sort-name.ts";
import { updateContact } from "./queries/contact-rows.ts";
import { homesBelow, setMergedInto } from "./queries/contact-tree.ts";
import type { MergeFacts } from "./queries/contact-tree.ts";

/** Writes facts that a merge or its end decided. */
export async function writeMergeValues(
  context: Context,
  contactId: string,
  values: Partial<MergeFacts>,
): Promise<void> {
  const { name, title, jobFunction, jobLevel, regionCode, language, note, ownerId } = values;
  await updateContact(context, contactId, {
    ...(name === undefined ? {} : { name, name_sort: name === null ? "" : sortName(name) }),
    ...(title === undefined ? {} : { title }),
    ...(jobFunction === undefined ? {} : { job_function: jobFunction }),
    ...(jobLevel === undefined ? {} : { job_level: jobLevel }),
    ...(regionCode === undefined ? {} : { region_code: regionCode }),
    ...(language === undefined ? {} : { language }),
    ...(note === undefined ? {} : { note }),
    ...(ownerId === undefined ? {} : { owner_id: ownerId }),
  });
}

/**
 * Makes one contact go on as another: everything that has its home below the merged one belongs to the survivor from now on
 * (R-ID-7). Nothing is deleted. Both must be locked and neither merged.
 * @returns what gave way to each other, which `splitContacts` needs.
 */
export async function joinContacts(context: Context, sides: Sides): Promise<Meeting[]> {
  const { survivorId, mergedId } = sides;
  const met = await contactHomes.meet(context, sides);
  await setMergedInto(context, mergedId, survivorId);
  await contactHomes.settle(context, await homesBelow(context, survivorId), survivorId);
  await announce(context, sides);
  return met;
}

/**
 * Makes them two again: what has its home below the merged one goes with it, whenever it came; the rest stays.
 * @param survivorId the contact that goes on for it now, which later merges may have changed.
 */
export async function splitContacts(context: Context, sides: Sides, met: readonly Meeting[]): Promise<void> {
  const { survivorId, mergedId } = sides;
  await setMergedInto(context, mergedId, null);
  for (const root of [mergedId, survivorId]) {
    await contactHomes.settle(context, await homesBelow(context, root), root);
  }
  await contactHomes.part(context, [mergedId, survivorId], met);
  await announce(context, sides);
}

async function announce(context: Context, { survivorId, mergedId }: Sides): Promise<void> {
  await context.emit("contact.changed", [survivorId, mergedId].toSorted());
}
