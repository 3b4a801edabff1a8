import type { Viewing } from "../../platform/access/acting.ts";
import { covers } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import { ACCOUNT } from "./accounts.access.ts";
import { findAccount } from "./queries/account-rows.ts";
import type { AccountFacts } from "./queries/merging-accounts.ts";

/** Whether the viewer may merge this account or take it apart: whoever may edit it as it is now; false as well when there is none. */
export async function mayMergeAccount(viewing: Pick<Viewing, "tx" | "viewer">, accountId: string): Promise<boolean> {
  return (await findAccount(viewing, accountId, "edit")) !== undefined;
}

/**
 * Whether the viewer may write these facts of an account that they may edit: another owner only where they may give the account
 * on.
 */
export async function mayTakeAccountFacts(
  viewing: Pick<Viewing, "tx" | "viewer">,
  accountId: string,
  facts: readonly (keyof AccountFacts)[],
): Promise<boolean> {
  const account = await findAccount(viewing, accountId, "edit");
  if (!account) return false;
  const { held, ownerId } = account;
  if (!facts.includes("ownerId") || ownerId === null) return true;
  return covers(reachOf(viewing.viewer, ACCOUNT, "assign"), { ...held, ownerIds: [...held.ownerIds, ownerId] });
}

/**
 * Whether the viewer may give others rights on this account: its owner, the one of the nearest company above where it has none,
 * or whoever may give it on. Who only follows an account that somebody owns passes nothing on.
 */
export async function mayGiveOnAccount(viewing: Pick<Viewing, "tx" | "viewer">, accountId: string): Promise<boolean> {
  const account = await findAccount(viewing, accountId, "edit");
  if (!account || account.mergedIntoId !== null) return false;
  const { held, ownerId, inherited } = account;
  const owner = ownerId ?? inherited.ownerId?.value ?? null;
  return (
    owner === null ||
    owner === viewing.viewer.personId ||
    covers(reachOf(viewing.viewer, ACCOUNT, "assign"), { ...held, ownerIds: [...held.ownerIds, ownerId] })
  );
}
