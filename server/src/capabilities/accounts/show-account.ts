import type { Account, AccountRow } from "@tongzhou/contract/accounts";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { placeInTree } from "./domain/place-in-tree.ts";
import { mayEditAccount } from "./may-edit-account.ts";
import type { ListedAccount } from "./queries/account-list.ts";
import { findAccount } from "./queries/account-rows.ts";

/** An account as the viewer may see it; undefined for one out of their reach. @param action what they want to do with it. */
export async function showAccount(
  viewing: Pick<Viewing, "tx" | "viewer">,
  accountId: string,
  action = "read",
): Promise<Account | undefined> {
  const account = await findAccount(viewing, accountId, action);
  if (!account) return undefined;
  const { held: _held, ...facts } = account;
  return { ...facts, place: placeInTree(facts), mayEdit: mayEditAccount(viewing.viewer, account) };
}

/** An account as a list shows it to the viewer. */
export function presentAccountRow(viewer: Viewer, { held, ...row }: ListedAccount): AccountRow {
  return { ...row, mayEdit: mayEditAccount(viewer, { held, ownerId: row.ownerId, mergedIntoId: null }) };
}
