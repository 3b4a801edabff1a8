import { personalTable } from "../../platform/personal/personal-table.ts";
import { auditedPart } from "../../platform/ledger/audited-table.ts";

auditedPart("activity", {
  of: [
    { column: "lead_id", table: "lead" },
    { column: "opportunity_id", table: "opportunity" },
    { column: "contact_id", table: "contact" },
    { column: "account_id", table: "account" },
  ],
  silent: ["home_contact_id", "home_account_id", "effective"],
});

personalTable({
  table: "activity",
  what: "activities",
  about: "t.contact_id = any (given.contacts) or t.home_contact_id = any (given.contacts)",
  // One that says nothing else keeps that something was noted.
  erased: { text: "case when t.outcome is null then '***' end", next_step: "null", next_on: "null" },
});
personalTable({
  table: "activity",
  what: "activitiesOfOthers",
  about: `not coalesce(t.contact_id = any (given.contacts), false) and t.opportunity_id in (
      select p.opportunity_id from published.opportunity_contact as p where p.contact_id = any (given.contacts)
    )`,
  erased: { text: "redacted(t.text, given.words)", next_step: "redacted(t.next_step, given.words)" },
  exported: false,
});
