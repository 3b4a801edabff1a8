import { findHolders } from "../fields/index.ts";
import type { ReadContext } from "../../platform/ledger/context.ts";
import type { AddedField } from "./domain/added-value.ts";
import { keyOf, knownBy } from "./domain/known-keys.ts";
import type { GoodRow } from "./domain/row-batches.ts";
import type { TakenKeys } from "./domain/taken-keys.ts";
import { findContactsOfLeads, findKnownAccounts, findKnownIdentifiers } from "./queries/known-rows.ts";

/** Looks up who has the values that rows bring for unique fields, and who the rows are about; nothing without such fields. */
export async function noteTaken(
  context: Pick<ReadContext, "tx">,
  taken: TakenKeys,
  fields: readonly AddedField[],
  rows: readonly GoodRow[],
): Promise<void> {
  const unique = fields.filter((field) => field.unique);
  if (unique.length === 0) return;
  const holders = new Map<string, string | undefined>();
  for (const object of new Set(unique.map((field) => field.object))) {
    const ids = new Set(unique.filter((field) => field.object === object).map(({ id }) => id));
    const wanted = rows.flatMap(({ draft }) => draft.added.filter(({ fieldId }) => ids.has(fieldId)));
    const held = await findHolders(context, object, wanted);
    const contacts = object === "lead" ? await findContactsOfLeads(context, [...held.values()]) : undefined;
    for (const [key, recordId] of held) holders.set(key, contacts ? contacts.get(recordId) : recordId);
  }
  const keys = rows.flatMap(knownBy);
  const isOfCompanies = unique.some(({ object }) => object === "account");
  const known = isOfCompanies
    ? (await findKnownAccounts(context, keys)).map((found) => [keyOf(found), found.accountId] as const)
    : (await findKnownIdentifiers(context, keys)).map((found) => [keyOf(found), found.contactId] as const);
  taken.note(holders, new Map(known));
}
