import type { Account } from "@tongzhou/contract/accounts";
import type { Acting } from "../../platform/access/acting.ts";
import { takeChanges } from "../../platform/edits/take-changes.ts";
import type { FieldChange } from "../../platform/edits/take-changes.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotFound, Refused } from "../../platform/problems/refusal.ts";
import { companyKey } from "./domain/company-key.ts";
import { sortCompanyName } from "./domain/sort-company-name.ts";
import { findAccount, lockAccount, renameKey, updateAccount } from "./queries/account-rows.ts";
import { lockAccountIdentifiers } from "./queries/attach-account-rows.ts";

export const EDIT_ACCOUNT = operationKind("account.edit");

type Editable = Pick<
  Account,
  | "name"
  | "confirmed"
  | "industryCode"
  | "regionCode"
  | "sizeBand"
  | "tier"
  | "treePlace"
  | "website"
  | "address"
  | "note"
>;
export type AccountEdit = { readonly [Field in keyof Editable]?: FieldChange<Editable[Field]> | undefined };

/**
 * Changes facts of an account that the editor follows, or confirms it. A new name is found by its new key from then on.
 * @throws NotFound; Refused `name_taken`; Conflict `changed_meanwhile`.
 */
export async function editAccount(context: Acting, id: string, edit: AccountEdit): Promise<void> {
  const seen = await findAccount(context, id, "edit");
  const present = seen && (await lockAccount(context, id));
  if (!present || seen.mergedIntoId !== null) throw new NotFound();
  const changes = await takeChanges(
    context,
    { table: "account", id },
    present,
    edit as Parameters<typeof takeChanges<typeof present>>[3],
  );
  const { name, industryCode, regionCode, sizeBand, treePlace, ...same } = changes;
  if (name !== undefined && seen.kind === "company") await giveKey(context, id, name);
  await updateAccount(context, id, {
    ...same,
    ...(name === undefined ? {} : { name, name_sort: sortCompanyName(name) }),
    ...(industryCode === undefined ? {} : { industry_code: industryCode }),
    ...(regionCode === undefined ? {} : { region_code: regionCode }),
    ...(sizeBand === undefined ? {} : { size_band: sizeBand }),
    ...(treePlace === undefined ? {} : { tree_place: treePlace }),
  });
  await context.emit("account.changed", [id]);
}

async function giveKey(context: Acting, id: string, name: string): Promise<void> {
  const key = companyKey(name);
  const [holder] = key === null ? [] : await lockAccountIdentifiers(context, [{ kind: "company_key", value: key }]);
  if (holder && holder.accountId !== id) throw new Refused("name_taken", { name });
  if (!holder) await renameKey(context, id, key, name);
}
