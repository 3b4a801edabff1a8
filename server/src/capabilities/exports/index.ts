/** Exports: a list leaves the house as a file; who took what, and how many, is kept. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./exports.audit.ts";

export type { ExportNeighbours } from "./source-named.ts";
export { exportLongOperations, exportSchedules } from "./exports.jobs.ts";
export { exportsRoutes } from "./exports.routes.ts";

export const exportsMessages = { zh, en };
