import { accounts } from "@tongzhou/contract/accounts";
import { opportunities } from "@tongzhou/contract/opportunities";
import { territories } from "@tongzhou/contract/territories";
import { rights } from "@tongzhou/contract/rights";
import { forget } from "../../platform/http/queries.ts";

/** Lets everything be read again that says who may do what. */
export function forgetRights(): void {
  void forget(
    rights.show,
    rights.collaborators,
    rights.accountCredit,
    rights.opportunityCredit,
    accounts.show,
    opportunities.show,
  );
}

/** Lets everything be read again that says who works where. */
export function forgetTerritories(): void {
  void forget(territories.list, territories.preview, rights.show);
}
