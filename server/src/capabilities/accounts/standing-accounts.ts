import type { Context } from "../../platform/ledger/context.ts";
import type { AttachedAccount } from "./attach-accounts.ts";
import { lockStanding } from "./queries/merging-accounts.ts";

/** An account and where it came from before any merge (R-ID-7). */
export type AccountAndHome = Pick<AttachedAccount, "accountId" | "homeAccountId">;

/**
 * Whom accounts that somebody named by their ids go on as now. A merge of them waits until this operation is over, so that what
 * is written with them meanwhile moves with the rest.
 * @returns one answer each, in order.
 */
export async function standingAccounts(
  context: Context,
  accounts: readonly AccountAndHome[],
): Promise<AccountAndHome[]> {
  const into = new Map<string, string | null>();
  for (let ids = [...new Set(accounts.map(({ accountId }) => accountId))]; ids.length > 0;) {
    const rows = await lockStanding(context, ids);
    for (const { id, mergedIntoId } of rows) into.set(id, mergedIntoId);
    ids = rows.flatMap(({ mergedIntoId }) => (mergedIntoId === null || into.has(mergedIntoId) ? [] : mergedIntoId));
  }
  const standing = (id: string): string => {
    const next = into.get(id) ?? null;
    return next === null ? id : standing(next);
  };
  return accounts.map(({ accountId, homeAccountId }) => ({ accountId: standing(accountId), homeAccountId }));
}
