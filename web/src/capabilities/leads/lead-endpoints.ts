import { leads } from "@tongzhou/contract/leads";

/** What views and filters of leads ask the server. */
export const leadEndpoints = { fields: leads.fields, count: leads.count };
