/** Demo: a named company that everybody knows, made by driving the use cases. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };

export { demoCommand } from "./demo-command.ts";
export { findDemoPeople, isDemoBegun, isDemoLoaded } from "./demo.queries.ts";
export { demoRoutes } from "./demo.routes.ts";
export { emptyDemo } from "./empty-demo.ts";
export { DEMO_PASSWORD } from "./found-demo.ts";
export { loadDemo } from "./load-demo.ts";

export const demoMessages = { zh, en };
