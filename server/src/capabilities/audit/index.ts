/** Audit: who changed what, whether it can be taken back, and taking it back. All that others may import. */
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };

export { auditRoutes } from "./audit.routes.ts";

export const auditMessages = { zh, en };
