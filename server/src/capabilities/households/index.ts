/** Households: families, who is what in them and since when. This file is all that other capabilities may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };

export { CREATE_HOUSEHOLD, createHousehold } from "./create-household.ts";
export { householdsRoutes } from "./households.routes.ts";

export const householdsMessages = { zh, en };
