import { attachAccounts } from "../accounts/index.ts";
import { attachContacts } from "../contacts/index.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { accountOf, takingRules } from "./capture-rows.ts";
import type { TakenRow } from "./capture-rows.ts";
import type { ImportPlan } from "./plan-import.ts";
import type { ResolvedRow } from "./resolve-rows.ts";

/** Takes people in without a lead: a list of customers says nothing of what they are interested in. @returns one answer a row. */
export async function attachRows(
  context: Context,
  plan: ImportPlan,
  rows: readonly ResolvedRow[],
): Promise<TakenRow[]> {
  const rules = takingRules(plan);
  const named = rows.map(accountOf);
  const accounts = await attachAccounts(
    context,
    named.flatMap((account) => account ?? []),
  );
  let next = 0;
  const accountsOfRows = named.map((account) => (account === null ? undefined : accounts[next++]));
  const attached = await attachContacts(
    context,
    rows.map(({ row: { draft, nameSort }, ownerId }, place) => ({
      name: draft.name,
      nameSort,
      title: draft.jobTitle,
      regionCode: draft.region,
      identifiers: draft.identifiers,
      ownerId,
      rules,
      accountId: accountsOfRows[place]?.accountId ?? null,
      at: new Date(plan.at),
    })),
  );
  return attached.map(({ contactId, created }, place) => ({
    contactId,
    leadId: null,
    accountId: accountsOfRows[place]?.accountId ?? null,
    newContact: created,
    newAccount: accountsOfRows[place]?.created ?? false,
    outcome: null,
    refused: null,
  }));
}
