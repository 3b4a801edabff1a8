import type { Viewing } from "../../platform/access/acting.ts";
import { companyKey } from "./domain/company-key.ts";
import { findAccount, holderOfKey } from "./queries/account-rows.ts";

/** A company that is here already. */
export interface RecognisedAccount {
  readonly id: string;
  readonly name: string;
  readonly ownerId: string | null;
}

/**
 * The account to which a record that names this company would be attached: equal after folding, nothing weaker (R-ID-2).
 * Undefined when there is none that the viewer may read.
 */
export async function recogniseAccount(
  viewing: Pick<Viewing, "tx" | "viewer">,
  name: string,
): Promise<RecognisedAccount | undefined> {
  const key = companyKey(name);
  const accountId = key === null ? undefined : await holderOfKey(viewing, key);
  const account = accountId === undefined ? undefined : await findAccount(viewing, accountId);
  return account && { id: account.id, name: account.name, ownerId: account.ownerId };
}
