import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { OPPORTUNITY, OPPORTUNITY_TYPE } from "./opportunities.access.ts";

auditedRecord("opportunity", {
  object: OPPORTUNITY,
  title: { column: "name" },
  governed: { amount: "amount" },
  silent: ["name_sort"],
});
auditedPart("opportunity_contact", {
  of: [{ column: "opportunity_id", table: "opportunity" }],
  silent: ["home_contact_id"],
});
auditedRecord("opportunity_type", { object: OPPORTUNITY_TYPE, title: { column: "name" }, named: "to_everybody" });
auditedRecord("opportunity_stage", { object: OPPORTUNITY_TYPE, title: { column: "name" }, named: "to_everybody" });
