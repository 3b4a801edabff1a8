import { opportunities } from "@tongzhou/contract/opportunities";

/** What counts opportunities and what they may be filtered by, for whoever draws views and conditions. */
export const opportunityEndpoints = { count: opportunities.count, fields: opportunities.fields };
