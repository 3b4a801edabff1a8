import { personalTable } from "../../platform/personal/personal-table.ts";
import { auditedPart } from "../../platform/ledger/audited-table.ts";

auditedPart("consent", { of: [{ column: "contact_id", table: "contact" }], silent: ["home_contact_id"] });
auditedPart("preference_link", { of: [{ column: "contact_id", table: "contact" }], silent: ["token_hash"] });
auditedPart("privacy_request", { of: [{ column: "contact_id", table: "contact" }] });

personalTable({
  table: "consent",
  what: "consents",
  about: "t.contact_id = any (given.contacts) or t.home_contact_id = any (given.contacts)",
  erased: "removed",
});
personalTable({
  table: "preference_link",
  what: "preferenceLinks",
  about: "t.contact_id = any (given.contacts)",
  erased: "removed",
  exported: false,
});
