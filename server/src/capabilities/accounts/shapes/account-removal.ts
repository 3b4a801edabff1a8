import { Removal } from "../../../platform/removal/removal.ts";

/** How accounts are deleted; the capabilities above add what hangs on them. */
export const accountRemoval = new Removal("account")
  .keeps("was_merged", { table: "account", column: "merged_into_id" })
  .keeps("has_companies_below", { table: "account", column: "parent_id" })
  .takes({ table: "account_identifier", column: "account_id" });
