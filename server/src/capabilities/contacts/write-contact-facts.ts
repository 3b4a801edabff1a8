import type { Context } from "../../platform/ledger/context.ts";
import { sortName } from "./domain/sort-name.ts";
import { updateContact } from "./queries/contact-rows.ts";
import type { ContactFacts } from "./queries/merging-contacts.ts";

/** Writes facts that a merge or its end decided. */
export async function writeContactFacts(
  context: Context,
  contactId: string,
  values: Partial<ContactFacts>,
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
