import { auditedPart } from "../../platform/ledger/audited-table.ts";

auditedPart("consent", { of: [{ column: "contact_id", table: "contact" }], silent: ["home_contact_id"] });
auditedPart("preference_link", { of: [{ column: "contact_id", table: "contact" }], silent: ["token_hash"] });
