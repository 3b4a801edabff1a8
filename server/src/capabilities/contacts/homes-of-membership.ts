import type { ReadContext } from "../../platform/ledger/context.ts";
import { accountHomes } from "../accounts/index.ts";
import { contactHomes } from "./shapes/contact-homes.ts";

/** The contact and the account of a membership, each with everything that goes on as it. */
export async function homesOfMembership(
  context: Pick<ReadContext, "tx">,
  { contactId, accountId }: { readonly contactId: string; readonly accountId: string },
): Promise<{ contacts: string[]; accounts: string[] }> {
  return {
    contacts: await contactHomes.below(context, contactId),
    accounts: await accountHomes.below(context, accountId),
  };
}
