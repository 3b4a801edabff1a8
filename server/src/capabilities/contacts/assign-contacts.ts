import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { MAX_ROWS_AT_ONCE, chooseIds } from "../../platform/lists/choose-ids.ts";
import type { RowChoice } from "../../platform/lists/choose-ids.ts";
import type { ListDefinition } from "../../platform/lists/list-definition.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { notify } from "../notifications/index.ts";
import { companyCalendar } from "../people/index.ts";
import type { ListedContact } from "./queries/contact-list.ts";
import { setOwnerOfContacts } from "./queries/contact-rows.ts";

export const ASSIGN_CONTACTS = operationKind("contact.assign");

/**
 * Gives contacts to somebody: those of the chosen that the viewer may assign, in one operation, with one notice to whoever gets
 * them. Those that are theirs already stay as they are.
 * @throws NotFound when none of the chosen may be assigned; Refused `contact_owner_missing` for somebody who does not work
 * here, `too_many_chosen`.
 */
export async function assignContacts(
  context: Acting,
  { choice, toId }: { readonly choice: RowChoice; readonly toId: string },
  list: ListDefinition<ListedContact>,
): Promise<{ moved: number; left: number }> {
  const { viewer } = context;
  if (!viewer.snapshot.people.get(toId)?.active) throw new Refused("contact_owner_missing");
  const ids = await chooseIds(list, choice, context, await companyCalendar(context), "assign");
  if (ids.length === 0) throw new NotFound();
  if (ids.length > MAX_ROWS_AT_ONCE) throw new Refused("too_many_chosen", { most: MAX_ROWS_AT_ONCE });
  const moved = await setOwnerOfContacts(context, ids, toId);
  const [first] = moved;
  if (first !== undefined && toId !== viewer.personId)
    await notify(context, [
      { personId: toId, kind: "contact.assigned", params: { contactId: first, count: moved.length } },
    ]);
  await context.emit("contact.changed", moved);
  const asked = "ids" in choice ? new Set(choice.ids).size : ids.length;
  return { moved: moved.length, left: asked - moved.length };
}
