import { personalTable } from "../../platform/personal/personal-table.ts";
import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { OPPORTUNITY, OPPORTUNITY_TYPE } from "./opportunities.access.ts";

auditedRecord("opportunity", {
  object: OPPORTUNITY,
  title: { column: "name" },
  governed: { amount: "amount" },
  silent: ["name_sort", "home_account_id"],
});
auditedPart("opportunity_contact", {
  of: [{ column: "opportunity_id", table: "opportunity" }],
  silent: ["home_contact_id"],
});
auditedRecord("opportunity_type", { object: OPPORTUNITY_TYPE, title: { column: "name" }, named: "to_everybody" });
auditedRecord("opportunity_stage", { object: OPPORTUNITY_TYPE, title: { column: "name" }, named: "to_everybody" });

/** Another may take part in it too: only what names the person goes. */
const WITHOUT_WORDS = (column: string): string => `redacted(t.${column}, given.words)`;

personalTable({
  table: "opportunity",
  what: "opportunities",
  about: `t.id in (
      select p.opportunity_id from opportunity_contact as p
      where p.contact_id = any (given.contacts) or p.home_contact_id = any (given.contacts)
    ) or t.lead_id in (select l.id from published.lead as l where l.contact_id = any (given.contacts))`,
  erased: {
    name: WITHOUT_WORDS("name"),
    name_sort:
      "case when redacted(t.name, given.words) = t.name then t.name_sort else redacted(t.name, given.words) end",
    lose_note: WITHOUT_WORDS("lose_note"),
    next_step: WITHOUT_WORDS("next_step"),
  },
});
