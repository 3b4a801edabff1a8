import type { Context } from "../../platform/ledger/context.ts";
import { lockAccountIdentifiers } from "./queries/attach-account-rows.ts";
import { insertCreditCodes, lockFilledAccounts, updateFilled } from "./queries/filled-accounts.ts";
import type { AccountFill, FilledAccount } from "./queries/filled-accounts.ts";

/** Accounts that are locked to be filled in, and who has the credit codes that are at stake. */
export interface LockedForFilling {
  readonly accounts: ReadonlyMap<string, FilledAccount>;
  readonly holders: ReadonlyMap<string, string>;
}

/** Locks accounts and the credit codes they may get, in the order in which captures and merges take them. */
export async function lockForFilling(
  context: Context,
  ids: readonly string[],
  creditCodes: readonly string[],
): Promise<LockedForFilling> {
  const held =
    creditCodes.length === 0
      ? []
      : await lockAccountIdentifiers(
          context,
          creditCodes.map((value) => ({ kind: "credit_code", value })),
        );
  return {
    accounts: await lockFilledAccounts(context, ids),
    holders: new Map(held.map(({ value, accountId }) => [value, accountId])),
  };
}

/** Writes facts into locked accounts and gives them credit codes that nobody has. Announces those that changed. */
export async function fillAccountFacts(
  context: Context,
  fills: readonly AccountFill[],
  codes: readonly { readonly accountId: string; readonly code: string }[],
): Promise<void> {
  await updateFilled(context, fills);
  await insertCreditCodes(context, codes);
  const changed = new Set([...fills.map(({ id }) => id), ...codes.map(({ accountId }) => accountId)]);
  await context.emit("account.changed", [...changed].toSorted());
}
