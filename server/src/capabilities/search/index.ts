/** Search: finding records by what people remember of them. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./search.audit.ts";

export { findRecords } from "./find-records.ts";
export { recordsNamed } from "./queries/records-named.ts";
export { rebuildEntries } from "./refresh-entries.ts";
export { searchSubscriptions } from "./search.jobs.ts";
export { searchRoutes } from "./search.routes.ts";

export const searchMessages = { zh, en };
