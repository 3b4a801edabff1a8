/** Routing: who gets which lead, how, and why. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./routing.audit.ts";

export { createRule, CREATE_RULE } from "./create-rule.ts";
export { routeLeads } from "./route-leads.ts";
export type { Arriving } from "./route-leads.ts";
export type { RoutedLead } from "./route-leads.ts";
export { routingSubscriptions } from "./routing.jobs.ts";
export { routingRoutes } from "./routing.routes.ts";

export const routingMessages = { zh, en };
