/** Accounts: who buys. This file is all that other capabilities may import. */
export { attachAccounts } from "./attach-accounts.ts";
export type { AccountDraft, AttachedAccount } from "./attach-accounts.ts";
export { companyKey } from "./domain/company-key.ts";
export { creditCode } from "./domain/credit-code.ts";
export { parseRegion } from "./domain/parse-region.ts";
export { sortCompanyName } from "./domain/sort-company-name.ts";
