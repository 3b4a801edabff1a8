/** Acts on many records of a list at once: told before they are done, done as one, taken back as one. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };

export { bulkLongOperations } from "./bulk.jobs.ts";
export { bulkRoutes } from "./bulk.routes.ts";
export type { BulkNeighbours } from "./work-of.ts";

export const bulkMessages = { zh, en };
