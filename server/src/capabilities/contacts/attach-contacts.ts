import type { Context } from "../../platform/ledger/context.ts";
import { ContactBatch } from "./domain/contact-batch.ts";
import type { AttachedContact, ContactDraft, DraftIdentifier } from "./domain/contact-draft.ts";
import { findContacts, lockIdentifiers } from "./queries/lock-identifiers.ts";
import { writeContactBatch } from "./queries/write-contact-batch.ts";

/**
 * Attaches each draft to the contact that has one of its strong identifiers, in the order of R-ID-10, else makes a new one.
 * Drafts are taken in order, so a person met twice in a batch is one contact; a batch of one is the same. Never joins two
 * existing contacts: an identifier of somebody else stays with them, and the pair is kept for review.
 * @returns one answer a draft, in order.
 */
export async function attachContacts(context: Context, drafts: readonly ContactDraft[]): Promise<AttachedContact[]> {
  if (drafts.length === 0) return [];
  const strong = drafts.flatMap((draft) => draft.identifiers.filter((identifier) => identifier.strong));
  const { found, people } = await findHolders(context, strong);
  const batch = new ContactBatch(context.newId, found, people);
  const attached = drafts.map((draft) => batch.attach(draft));
  await writeContactBatch(context, batch);
  await context.emit(
    "contact.captured",
    batch.newContacts.map((contact) => contact.id),
  );
  await context.emit("contact.changed", [...batch.filled.keys()]);
  await context.emit(
    "contact.conflicted",
    [...batch.conflicts.values()].map((conflict) => conflict.id),
  );
  return attached;
}

/** Whose the identifiers are. A contact that was merged while we waited for it has given them to another: looked up again. */
async function findHolders(context: Context, strong: readonly DraftIdentifier[]) {
  for (;;) {
    const found = await lockIdentifiers(context, strong);
    const people = await findContacts(context, [...new Set(found.map((row) => row.contactId))]);
    if (people.every(({ mergedIntoId }) => mergedIntoId === null)) return { found, people };
  }
}
