import { personalTable } from "../../platform/personal/personal-table.ts";
import { houseFieldName } from "../../platform/custom-fields/house-field.ts";
import { auditedPart, auditedRecord } from "../../platform/ledger/audited-table.ts";
import type { RowImage } from "../../platform/ledger/audited-table.ts";
import { NO_VALUE } from "./domain/value-columns.ts";
import { CUSTOM_FIELD } from "./fields.access.ts";

const fieldOf = (image: RowImage): string => houseFieldName(image["field_id"] ?? "");

auditedRecord("custom_field", { object: CUSTOM_FIELD, title: { column: "name" } });
auditedPart("custom_value", {
  of: [
    { column: "contact_id", table: "contact" },
    { column: "account_id", table: "account" },
    { column: "lead_id", table: "lead" },
    { column: "opportunity_id", table: "opportunity" },
    { column: "campaign_id", table: "campaign" },
  ],
  governedRow: fieldOf,
  fieldColumn: "field_id",
  governed: Object.fromEntries(Object.keys(NO_VALUE).map((column) => [column, fieldOf])),
  silent: ["field_id", "home_contact_id", "home_account_id", "unique_key"],
});

personalTable({
  table: "custom_value",
  what: "addedValues",
  about: `t.contact_id = any (given.contacts) or t.home_contact_id = any (given.contacts)
      or t.lead_id in (select l.id from published.lead as l where l.contact_id = any (given.contacts))`,
  erased: "removed",
});
