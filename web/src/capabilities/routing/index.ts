/** Routing: who gets which lead, in which order the rules are asked, and why each lead went where it went. */
export { RoutingRules } from "./RoutingRules.tsx";
export { useRulesInForce } from "./useRulesInForce.ts";
