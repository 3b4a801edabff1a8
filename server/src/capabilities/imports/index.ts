/** Imports: a file of leads comes in; what became of each row can be seen, corrected and undone. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./imports.audit.ts";

export { IMPORT_LEADS, beginImport } from "./begin-import.ts";
export { zonedInstant } from "./domain/zoned-instant.ts";
export { importCommand } from "./import-command.ts";
export { importsLongOperations } from "./imports.jobs.ts";
export { importsRoutes } from "./imports.routes.ts";
export { openImportFile } from "./open-import-file.ts";
export { storeImportFile } from "./store-import-file.ts";

export const importsMessages = { zh, en };
