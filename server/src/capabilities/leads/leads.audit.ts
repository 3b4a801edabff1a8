import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { LEAD, POOL } from "./leads.access.ts";

const LEADS = { column: "lead_id", table: "lead" };
const ASSIGNMENTS = { column: "assignment_id", table: "assignment" };

auditedRecord("lead", {
  object: LEAD,
  title: { through: "contact_id", table: "contact" },
  silent: ["home_contact_id", "pool_kind"],
});
auditedRecord("pool", { object: POOL, title: { column: "kind" }, named: "to_everybody" });
auditedPart("lifecycle_event", { of: [LEADS, { column: "opportunity_id", table: "opportunity" }] });
auditedPart("assignment", { of: [LEADS], silent: ["explanation"] });
auditedPart("assignment_end", { of: [ASSIGNMENTS] });
auditedPart("assignment_breach", { of: [ASSIGNMENTS] });
