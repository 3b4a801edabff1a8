import { auditedPart } from "../../platform/ledger/audited-table.ts";

auditedPart("campaign_member", { of: [{ column: "contact_id", table: "contact" }], silent: ["home_contact_id"] });
