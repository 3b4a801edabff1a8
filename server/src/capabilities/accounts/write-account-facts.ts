import type { Context } from "../../platform/ledger/context.ts";
import { sortCompanyName } from "./domain/sort-company-name.ts";
import { updateAccount } from "./queries/account-rows.ts";
import type { AccountFacts } from "./queries/merging-accounts.ts";

/** Writes facts that a merge or its end decided. An account keeps the names it is found by: they moved with its identifiers. */
export async function writeAccountFacts(
  context: Context,
  accountId: string,
  values: Partial<AccountFacts>,
): Promise<void> {
  const { name, confirmed, industryCode, regionCode, sizeBand, tier, website, address, note, ownerId } = values;
  await updateAccount(context, accountId, {
    ...(name === undefined || name === null ? {} : { name, name_sort: sortCompanyName(name) }),
    ...(confirmed === undefined ? {} : { confirmed: confirmed !== null }),
    ...(industryCode === undefined ? {} : { industry_code: industryCode }),
    ...(regionCode === undefined ? {} : { region_code: regionCode }),
    ...(sizeBand === undefined ? {} : { size_band: sizeBand }),
    ...(tier === undefined ? {} : { tier }),
    ...(website === undefined ? {} : { website }),
    ...(address === undefined ? {} : { address }),
    ...(note === undefined ? {} : { note }),
    ...(ownerId === undefined ? {} : { owner_id: ownerId }),
  });
}
