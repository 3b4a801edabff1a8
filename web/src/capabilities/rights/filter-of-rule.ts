import type { RuleGroup } from "@tongzhou/contract/conditions";
import type { TerritoryRule } from "@tongzhou/contract/territories";

/** The filter of the list of accounts that shows the companies of a rule. */
export const filterOfRule = ({ regions, industries, sizeBands }: TerritoryRule): RuleGroup => ({
  combinator: "and",
  rules: [
    { field: "account.kind", operator: "is", value: "company" },
    ...(regions.length === 0 ? [] : [{ field: "account.regionCode", operator: "within", value: regions }]),
    ...(industries.length === 0 ? [] : [{ field: "account.industry", operator: "has_any", value: industries }]),
    ...(sizeBands.length === 0 ? [] : [{ field: "account.sizeBand", operator: "any_of", value: sizeBands }]),
  ],
});
