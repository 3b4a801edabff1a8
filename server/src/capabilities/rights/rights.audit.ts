import { auditedPart } from "../../platform/ledger/audited-table.ts";

auditedPart("account_right", {
  of: [{ column: "account_id", table: "account" }],
  silent: ["home_account_id"],
});
auditedPart("opportunity_collaborator", { of: [{ column: "opportunity_id", table: "opportunity" }] });
