import { ENRICHED_FIELDS } from "@tongzhou/contract/enrichment";
import type { EnrichedField } from "@tongzhou/contract/enrichment";
import type { ReadContext } from "../../platform/ledger/context.ts";
import type { FilledAccount } from "../accounts/index.ts";
import type { PresentField } from "./domain/decide-offer.ts";
import { groupBy } from "./domain/group-by.ts";
import { findFilled } from "./queries/filled-rows.ts";
import type { FilledRow } from "./queries/filled-rows.ts";

/** The fields of an account as they are now, each with the enrichment it stands by. */
export type PresentFields = Readonly<Record<EnrichedField, PresentField & { readonly filled: FilledRow | undefined }>>;

/** Whose the values of these accounts are. */
export async function presentFields(
  context: Pick<ReadContext, "tx">,
  accounts: readonly FilledAccount[],
): Promise<Map<string, PresentFields>> {
  const rows = await findFilled(
    context,
    accounts.map(({ id }) => id),
  );
  const byAccount = groupBy(rows, ({ accountId }) => accountId);
  return new Map(accounts.map((account) => [account.id, fieldsOf(account, byAccount.get(account.id) ?? [])]));
}

function fieldsOf(account: FilledAccount, rows: readonly FilledRow[]): PresentFields {
  const entries = ENRICHED_FIELDS.map((field) => {
    const value = account[field];
    const ofField = rows.filter((row) => row.field === field);
    const filled = ofField.find((row) => row.value === value && row.untouched);
    const blank = ofField.length > 0 ? "cleared" : "nobody";
    return [field, { value, by: value === null ? blank : filled ? "enrichment" : "person", filled }] as const;
  });
  return Object.fromEntries(entries) as PresentFields;
}
