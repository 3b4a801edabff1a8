import type { Context } from "../../platform/ledger/context.ts";
import { sortCompanyName } from "./domain/sort-company-name.ts";
import { insertAccounts } from "./queries/attach-account-rows.ts";

/** Makes the account of a household: people say that it is one, so it is confirmed. A name is no identifier of a family. */
export async function makeHousehold(
  context: Context,
  {
    name,
    regionCode,
    ownerId,
  }: { readonly name: string; readonly regionCode: string | null; readonly ownerId: string | null },
): Promise<string> {
  const id = context.newId();
  const account = {
    id,
    kind: "household" as const,
    name,
    name_sort: sortCompanyName(name),
    confirmed: true,
    industry_code: null,
    region_code: regionCode,
    size_band: null,
    website: null,
    tier: null,
    note: null,
    address: null,
    owner_id: ownerId,
  };
  const record = { id: context.newId(), account_id: id, home_account_id: id, kind: "record", value: id, raw: null };
  await insertAccounts(context, [account], [{ ...record, valid_from: context.now }]);
  await context.emit("account.captured", [id]);
  return id;
}
