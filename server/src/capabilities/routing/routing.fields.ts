import { fieldSet } from "../../platform/conditions/index.ts";
import type { FieldSet } from "../../platform/conditions/index.ts";
import type { HouseField } from "../../platform/custom-fields/house-field.ts";
import { withFieldsOfRules } from "../../platform/custom-fields/house-fields-in-rules.ts";
import { accountFieldList } from "../accounts/index.ts";
import { contactFieldList } from "../contacts/index.ts";
import { leadFieldList } from "../leads/index.ts";
import { leadScorePart } from "../standards/index.ts";

/** What routing rules may ask: the lead and its score, its contact and its account. */
export const routingFields = fieldSet(leadFieldList, leadScorePart.fields, contactFieldList, accountFieldList);

/** Those with what the company added to leads, contacts and accounts. */
export const routingFieldsWith = (houseFields: readonly HouseField[]): FieldSet =>
  withFieldsOfRules(routingFields, houseFields, ["lead", "contact", "account"]);
