import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import { COMPANY, PERSON, ROLE, TEAM } from "./people.access.ts";

const ROLES = { column: "role_id", table: "role" };

auditedRecord("company", { object: COMPANY, title: { column: "name" }, named: "to_everybody" });
auditedRecord("team", { object: TEAM, title: { column: "name" }, named: "to_everybody" });
auditedRecord("person", {
  object: PERSON,
  title: { column: "name" },
  named: "to_everybody",
  ownAreFree: true,
  silent: ["name_sort", "sign_in_id"],
});
auditedRecord("role", { object: ROLE, title: { column: "name_zh" }, named: "to_everybody" });
auditedPart("person_role", { of: [{ column: "person_id", table: "person" }] });
auditedPart("grant_rule", { of: [ROLES] });
auditedPart("field_grant", { of: [ROLES] });
