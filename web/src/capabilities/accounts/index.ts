/** Accounts: companies and households. */
export { AccountFacts } from "./AccountFacts.tsx";
