import { campaigns } from "@tongzhou/contract/campaigns";

/** What views and filters of campaigns ask the server. */
export const campaignEndpoints = { fields: campaigns.fields, count: campaigns.count };
