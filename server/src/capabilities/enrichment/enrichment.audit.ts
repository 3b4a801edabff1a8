import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { ENRICHMENT_SOURCE } from "./enrichment.access.ts";

auditedRecord("enrichment_source", { object: ENRICHMENT_SOURCE, title: { column: "name" } });
auditedPart("enrichment_value", {
  of: [{ column: "account_id", table: "account" }],
  silent: ["home_account_id", "origin", "matched_by", "answered_at", "cost_minor", "currency"],
});
