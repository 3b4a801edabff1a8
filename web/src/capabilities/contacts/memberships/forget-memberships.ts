import { contacts } from "@tongzhou/contract/contacts";
import { memberships } from "@tongzhou/contract/memberships";
import { timeline } from "@tongzhou/contract/timeline";
import { forget } from "../../../platform/http/queries.ts";

/** Lets everything be read again that says who is where. */
export function forgetMemberships(): void {
  void forget(contacts.show, contacts.list, contacts.count, memberships.ofAccount, timeline.read);
}
