import type { RuleGroup } from "@tongzhou/contract/conditions";
import { hrefOf } from "../../platform/routing/useUrlState.ts";
import type { Scope } from "./useGroupScope.ts";

type Rule = RuleGroup["rules"][number];

const where = (...rules: Rule[]): RuleGroup => ({ combinator: "and", rules });
const OPEN: Rule = { field: "lead.stage", operator: "none_of", value: ["converted", "disqualified"] };
const RUNNING: Rule = { field: "opportunity.outcome", operator: "empty" };
const WON: Rule = { field: "opportunity.outcome", operator: "is", value: "won" };

/** Where the records behind the figures of a company, or of it with all below it, are listed. */
export function groupDoors(accountId: string, scope: Scope) {
  const within = (one: string, whole: string): Rule =>
    scope === "whole"
      ? { field: whole, operator: "has_any", value: [accountId] }
      : one === "contact.account"
        ? { field: one, operator: "has_any", value: [accountId] }
        : { field: one, operator: "is", value: accountId };
  const deals = within("opportunity.account", "opportunity.group");
  const list = (path: string, filter: RuleGroup) => hrefOf(path, { view: "all", filter });
  return {
    contacts: list("/contacts", where(within("contact.account", "contact.group"))),
    leads: list("/leads", where(within("lead.account", "account.group"), OPEN)),
    running: list("/opportunities/list", where(deals, RUNNING)),
    won: list("/opportunities/list", where(deals, WON)),
    companies: list("/accounts", where({ field: "account.group", operator: "has_any", value: [accountId] })),
  };
}
