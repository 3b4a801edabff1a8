/** Imports: a file of leads comes in; what became of each row can be seen, corrected and undone. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };

export { importsRoutes } from "./imports.routes.ts";

export const importsMessages = { zh, en };
