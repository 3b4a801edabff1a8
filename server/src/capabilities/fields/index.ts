/** Fields: what a company keeps about its records beyond what the product brings along. All that others may import. */
import { campaignRemoval } from "../campaigns/index.ts";
import { provideHouseFields } from "../../platform/custom-fields/house-field.ts";
import { provideRecordValues } from "../../platform/custom-fields/record-values.ts";
import { HOMED_AT_ACCOUNT, accountHomes, accountRemoval } from "../accounts/index.ts";
import { HOMED_AT_CONTACT, contactHomes, contactRemoval } from "../contacts/index.ts";
import { beginValues } from "./begin-values.ts";
import { FieldObject } from "@tongzhou/contract/fields";
import { houseFieldOf } from "./fields.fields.ts";
import en from "./messages.en.json" with { type: "json" };
import zh from "./messages.zh.json" with { type: "json" };
import { findFields } from "./queries/field-rows.ts";
import { deleteValuesOf } from "./queries/value-rows.ts";
import { showRowValues } from "./show-values.ts";
import "./fields.audit.ts";

export { bulkValue } from "./bulk-value.ts";
export { CREATE_FIELD, createField } from "./create-field.ts";
export { EDIT_VALUES, editValues } from "./edit-values.ts";
export { findHolders, holderKey } from "./find-holders.ts";
export { heldValues } from "./held-values.ts";
export type { HeldValue } from "./held-values.ts";
export { importableFields } from "./importable-fields.ts";
export { takeValues } from "./take-values.ts";
export type { TakenValues, ValueWish } from "./take-values.ts";
export { VERIFY_VALUE, verifyValue } from "./verify-value.ts";
export { fieldsRoutes } from "./fields.routes.ts";

provideHouseFields(async (tx) => (await findFields({ tx })).map(houseFieldOf));
provideRecordValues({
  begin: beginValues,
  ofRows: (viewing, object, ids) => showRowValues(viewing, FieldObject.parse(object), ids),
  remove: (context, object, ids) => deleteValuesOf(context, FieldObject.parse(object), ids),
});
accountHomes.add({
  what: "customValues",
  table: { table: "custom_value", columns: HOMED_AT_ACCOUNT, once: { columns: ["field_id"] } },
});
contactHomes.add({
  what: "customValues",
  table: { table: "custom_value", columns: HOMED_AT_CONTACT, once: { columns: ["field_id"] } },
});

export const fieldsMessages = { zh, en };

contactRemoval
  .keeps("is_linked", { table: "custom_value", column: "linked_contact_id" })
  .takes({ table: "custom_value", column: "contact_id" });
accountRemoval
  .keeps("is_linked", { table: "custom_value", column: "linked_account_id" })
  .takes({ table: "custom_value", column: "account_id" });
campaignRemoval
  .keeps("is_linked", { table: "custom_value", column: "linked_campaign_id" })
  .takes({ table: "custom_value", column: "campaign_id" });
