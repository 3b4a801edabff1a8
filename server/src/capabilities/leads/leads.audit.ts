import { personalTable } from "../../platform/personal/personal-table.ts";
import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { LEAD, POOL } from "./leads.access.ts";

const LEADS = { column: "lead_id", table: "lead" };
const ASSIGNMENTS = { column: "assignment_id", table: "assignment" };

auditedRecord("lead", {
  object: LEAD,
  title: { through: "contact_id", table: "contact" },
  silent: ["home_contact_id", "home_account_id", "pool_kind"],
});
auditedRecord("pool", { object: POOL, title: { column: "kind" }, named: "to_everybody" });
auditedPart("lifecycle_event", { of: [LEADS, { column: "opportunity_id", table: "opportunity" }] });
auditedPart("assignment", { of: [LEADS], silent: ["explanation"] });
auditedPart("assignment_end", { of: [ASSIGNMENTS] });
auditedPart("assignment_breach", { of: [ASSIGNMENTS] });

const THEIR_LEADS =
  "select l.id from lead as l where l.contact_id = any (given.contacts) or l.home_contact_id = any (given.contacts)";

personalTable({
  table: "lead",
  what: "leads",
  about: `t.id in (${THEIR_LEADS})`,
  erased: { note: "null" },
});
personalTable({
  table: "lifecycle_event",
  what: "moves",
  about: `t.lead_id in (${THEIR_LEADS})`,
  erased: { details: "redacted(t.details::text, given.words)::jsonb" },
});
personalTable({
  table: "assignment_end",
  what: "answers",
  about: `t.assignment_id in (select a.id from assignment as a where a.lead_id in (${THEIR_LEADS}))`,
  erased: { note: "null" },
});
