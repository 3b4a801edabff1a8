import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { STANDARD } from "./standards.access.ts";

auditedRecord("lead_standard", { object: STANDARD, title: { column: "version" } });
auditedPart("standard_signature", { of: [{ column: "standard_id", table: "lead_standard" }] });
auditedPart("judgement", { of: [{ column: "lead_id", table: "lead" }] });
