import { accounts } from "@tongzhou/contract/accounts";

/** What views and filters of accounts ask the server. */
export const accountEndpoints = { fields: accounts.fields, count: accounts.count };
