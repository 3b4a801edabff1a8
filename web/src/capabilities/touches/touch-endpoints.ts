import { touches } from "@tongzhou/contract/touches";

/** What views and filters of touches ask the server. */
export const touchEndpoints = { fields: touches.fields, count: touches.count };
