import { auditedPart } from "../../platform/ledger/audited-table.ts";

auditedPart("activity", {
  of: [
    { column: "lead_id", table: "lead" },
    { column: "opportunity_id", table: "opportunity" },
    { column: "contact_id", table: "contact" },
    { column: "account_id", table: "account" },
  ],
  silent: ["home_contact_id", "effective"],
});
