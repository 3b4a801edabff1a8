/** Enrichment: what others know about companies, and where each value came from. All that others may import. */
import { HOMED_AT_ACCOUNT, accountHomes, accountRemoval } from "../accounts/index.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import "./enrichment.audit.ts";
import "./providers/reference-file.ts";

export { chooseLine } from "./domain/choose-line.ts";
export type { ChosenLine, FoundLine } from "./domain/choose-line.ts";
export { keysOfCompany } from "./domain/company-keys.ts";
export { readReferenceRow } from "./domain/read-reference-row.ts";
export { suggestColumns } from "./domain/suggest-columns.ts";
export { companyReaders } from "./shapes/company-readers.ts";
export { enrichmentJobs, enrichmentLongOperations, enrichmentSubscriptions } from "./enrichment.jobs.ts";
export { provideEnrichment } from "./shapes/enrichment-provider.ts";
export type { EnrichmentProvider, Question } from "./shapes/enrichment-provider.ts";
export { enrichmentRoutes } from "./enrichment.routes.ts";

accountHomes.add({
  what: "enrichmentValues",
  // They go where the values go that they speak of; nobody counts them.
  table: { table: "enrichment_value", columns: HOMED_AT_ACCOUNT, counted: "false" },
});

export const enrichmentMessages = { zh, en };

accountRemoval.takes(
  { table: "enrichment_value", column: "account_id" },
  { table: "enrichment_value", column: "home_account_id" },
);
