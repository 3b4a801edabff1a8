import { personalTable } from "../../platform/personal/personal-table.ts";
import { auditedPart } from "../../platform/ledger/audited-table.ts";

auditedPart("campaign_member", { of: [{ column: "contact_id", table: "contact" }], silent: ["home_contact_id"] });

personalTable({
  table: "touch",
  what: "touches",
  about: "t.identifier_id = any (given.identifiers)",
  erased: { title: "null", details: "'{}'::jsonb" },
  kept: "fact",
});
