/** Accounts: companies and households. */
export { accountEndpoints } from "./account-endpoints.ts";
export { AccountFacts } from "./AccountFacts.tsx";
export { AccountList } from "./AccountList.tsx";
export { AccountRecord } from "./AccountRecord.tsx";
export { AccountToday } from "./AccountToday.tsx";
export { useAccountViews } from "./useAccountViews.ts";
export { useAccountBulkFields } from "./useAccountBulkFields.ts";
