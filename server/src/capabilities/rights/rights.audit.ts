import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { TERRITORY } from "./rights.access.ts";

auditedRecord("territory", {
  object: TERRITORY,
  title: { column: "name" },
  named: "to_everybody",
  silent: ["region_patterns", "divisions"],
});
auditedPart("account_right", {
  of: [{ column: "account_id", table: "account" }],
  silent: ["home_account_id"],
});
auditedPart("credit_split", {
  of: [
    { column: "account_id", table: "account" },
    { column: "opportunity_id", table: "opportunity" },
  ],
  silent: ["home_account_id"],
});
auditedPart("credit_share", { of: [{ column: "split_id", table: "credit_split" }] });
auditedPart("opportunity_collaborator", { of: [{ column: "opportunity_id", table: "opportunity" }] });
