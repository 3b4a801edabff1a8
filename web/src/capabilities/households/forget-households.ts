import { accounts } from "@tongzhou/contract/accounts";
import { contacts } from "@tongzhou/contract/contacts";
import { households } from "@tongzhou/contract/households";
import { memberships } from "@tongzhou/contract/memberships";
import { timeline } from "@tongzhou/contract/timeline";
import { forget } from "../../platform/http/queries.ts";

/** Lets everything be read again that says who is in which household. */
export function forgetHouseholds(): void {
  void forget(
    households.show,
    accounts.show,
    accounts.list,
    accounts.count,
    contacts.show,
    contacts.list,
    memberships.ofAccount,
    timeline.read,
  );
}
