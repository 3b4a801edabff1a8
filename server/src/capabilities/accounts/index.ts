/** Accounts: who buys. This file is all that other capabilities may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import { accountFollowing } from "./accounts.access.ts";
import "./accounts.audit.ts";
import { accountByGroup } from "./queries/account-tree.ts";

export { ACCOUNT, accountFollowing, mayCreateAccounts, mayEditAccounts, mayReadAccounts } from "./accounts.access.ts";
export { accountFieldList } from "./accounts.fields.ts";
export type { ConditionAccount } from "./accounts.fields.ts";
export { accountsRoutes } from "./accounts.routes.ts";
export { HOMED_AT_ACCOUNT, accountHomes } from "./shapes/account-homes.ts";
export { mayGiveOnAccount, mayMergeAccount, mayTakeAccountFacts } from "./may-merge-account.ts";
export { showAccount } from "./show-account.ts";
export { writeAccountFacts } from "./write-account-facts.ts";
export { lockMergingAccounts, readMergingAccounts } from "./queries/merging-accounts.ts";
export type { AccountFacts } from "./queries/merging-accounts.ts";
export { lockTree, standsBelow } from "./queries/subsidiaries.ts";
export { standingAccounts } from "./standing-accounts.ts";
export type { AccountAndHome } from "./standing-accounts.ts";
export { attachAccounts } from "./attach-accounts.ts";
export type { AccountDraft, AttachedAccount } from "./attach-accounts.ts";
export { findKnownCompanies } from "./queries/take-account-rows.ts";
export { takeAccounts } from "./take-accounts.ts";
export type { AccountRule, AccountWish, TakenAccount } from "./take-accounts.ts";
export { confirmAccounts } from "./confirm-accounts.ts";
export { companyKey } from "./domain/company-key.ts";
export { companyNameKeys } from "./domain/company-name-keys.ts";
export type { CompanyNameKeys } from "./domain/company-name-keys.ts";
export { creditCode } from "./domain/credit-code.ts";
export { addressRegion, parseAddress } from "./domain/parse-address.ts";
export type { ParsedAddress } from "./domain/parse-address.ts";
export { fillAccountFacts, lockForFilling } from "./fill-account-facts.ts";
export { EDIT_ACCOUNT, editAccount } from "./edit-account.ts";
export { chooseCompaniesBehind, countChosenCompanies } from "./queries/choose-accounts.ts";
export { holdersOfCreditCodes, readFilledAccounts } from "./queries/filled-accounts.ts";
export type { AccountFill, FilledAccount } from "./queries/filled-accounts.ts";
export { makeHousehold } from "./make-household.ts";
export { mayEditAccount } from "./may-edit-account.ts";
export { readAccount } from "./read-account.ts";
export { recogniseAccount } from "./recognise-account.ts";
export { parseIndustry } from "./domain/parse-industry.ts";
export { parseRegion } from "./domain/parse-region.ts";
export { regionPath } from "./domain/region-path.ts";
export { accountRemoval } from "./shapes/account-removal.ts";
export { bulkAccounts } from "./queries/bulk-accounts.ts";
export { exportedAccounts } from "./exported-accounts.ts";
export { webDomain } from "./domain/web-domain.ts";
export type { WebDomain, WebDomainProblem } from "./domain/web-domain.ts";
export { sortCompanyName } from "./domain/sort-company-name.ts";

export { heldAccounts } from "./held-accounts.ts";
export { placeInTree } from "./domain/place-in-tree.ts";

accountFollowing.add(accountByGroup);

export const accountsMessages = { zh, en };
