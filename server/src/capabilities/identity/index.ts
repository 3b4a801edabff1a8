/** Identity: which records are the same customer. This file is all that other capabilities may import. */
import { accountRemoval } from "../accounts/index.ts";
import { contactRemoval } from "../contacts/index.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./identity.audit.ts";

export { matchContacts } from "./match-contacts.ts";
export { beginMatching, MATCH_CONTACTS } from "./begin-matching.ts";
export { dedupeCommand } from "./dedupe-command.ts";
export { identityLongOperations, identitySchedules, identitySubscriptions } from "./identity.jobs.ts";
export { identityRoutes } from "./identity.routes.ts";
export { MERGE_ACCOUNTS, mergeAccounts } from "./merge-accounts.ts";
export { MERGE_CONTACTS, mergeContacts } from "./merge-contacts.ts";
export { UNMERGE_ACCOUNT, unmergeAccount } from "./unmerge-account.ts";
export { UNMERGE_CONTACT, unmergeContact } from "./unmerge-contact.ts";

export const identityMessages = { zh, en };

contactRemoval
  .keeps(
    "was_merged",
    { table: "contact_merge", column: "survivor_id" },
    { table: "contact_merge", column: "merged_id" },
  )
  .takes({ table: "duplicate_pair", column: "first_id" }, { table: "duplicate_pair", column: "second_id" });
accountRemoval.keeps(
  "was_merged",
  { table: "account_merge", column: "survivor_id" },
  { table: "account_merge", column: "merged_id" },
);
