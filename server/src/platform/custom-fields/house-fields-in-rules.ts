import { isRuleGroup } from "@tongzhou/contract/conditions";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import type { FieldSet } from "../conditions/field.ts";
import { isHouseFieldName, isLimited } from "./house-field.ts";
import type { HouseField } from "./house-field.ts";
import { withHouseFields } from "./with-house-fields.ts";

/** The fields of rules with those that the company added to these objects. */
export function withFieldsOfRules(
  fields: FieldSet,
  houseFields: readonly HouseField[],
  objects: readonly string[],
): FieldSet {
  return objects.reduce((all, object) => withHouseFields(all, { houseFields }, object), fields);
}

/** What may be offered for rules that run by themselves: what everybody sees whole. */
export const offeredToRules = (houseFields: readonly HouseField[]): HouseField[] =>
  houseFields.filter((field) => !isLimited(field));

/** Whether a condition speaks of an added field at all: others need not be read for it. */
export const speaksOfHouseFields = (group: RuleGroup): boolean => houseFieldIdsIn(group).length > 0;

/** Whether a condition speaks of an added field that is not there (any more): its adding was undone. */
export const speaksOfGone = (group: RuleGroup, fields: FieldSet): boolean =>
  houseFieldIdsIn(group).some((id) => !fields.has(id));

function houseFieldIdsIn(group: RuleGroup): string[] {
  return group.rules.flatMap((part) => {
    if (isRuleGroup(part)) return houseFieldIdsIn(part);
    return isHouseFieldName(part.field.slice(part.field.indexOf(".") + 1)) ? [part.field] : [];
  });
}
