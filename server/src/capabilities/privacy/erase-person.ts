import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { erasePersonRows } from "../../platform/personal/erase-person-rows.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { lockMergingContacts } from "../contacts/index.ts";
import { seekPerson } from "./find-people.ts";
import { insertRequest } from "./queries/request-rows.ts";
import type { Asked } from "./queries/request-rows.ts";
import { refuseFuture } from "./refuse-future.ts";
import { suppress } from "./suppress.ts";

export const ERASE_PERSON = operationKind("person.erase", { notUndoable: "undo.erased" });

/** Records that are found by words, which are made anew from what is left. */
const FOUND_BY_WORDS = ["contact", "account", "opportunity"];

/**
 * Forgets somebody: what they are called and reached by, what was written about them, and the ledger's images of it. Their
 * leads and opportunities stay as those of nobody, so that no figure changes; of each identifier a keyed hash stays, so
 * that no later file can write to them again (docs/decisions/0015-forgetting.md).
 * @param confirmed the name as the page shows it, typed by whoever does it; of no account for one without a name.
 * @throws NotFound; Refused `not_confirmed`, `asked_later`.
 */
export async function erasePerson(
  context: Acting,
  contactId: string,
  { confirmed, ...asked }: Asked & { readonly confirmed: string },
): Promise<void> {
  await refuseFuture(context, asked);
  const before = await seekPerson(context, contactId);
  await lockMergingContacts(context, before.person.contactIds);
  // Whoever captured or merged meanwhile was waited for.
  const { survivorId, name, person, identifiers } = await seekPerson(context, contactId);
  if (name !== null && confirmed.trim() !== name) throw new Refused("not_confirmed");
  await suppress(context, identifiers);
  const erased = await erasePersonRows(context, person);
  await insertRequest(context, { contactId: survivorId, kind: "erase", ...asked });
  for (const table of FOUND_BY_WORDS) await context.emit(`${table}.changed`, erased.get(table) ?? []);
}
