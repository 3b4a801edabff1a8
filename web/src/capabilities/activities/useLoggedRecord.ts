import { useQuery } from "@tanstack/react-query";
import { accounts } from "@tongzhou/contract/accounts";
import type { ActivityObject } from "@tongzhou/contract/activities";
import { contacts } from "@tongzhou/contract/contacts";
import { leads } from "@tongzhou/contract/leads";
import { opportunities } from "@tongzhou/contract/opportunities";
import { reading } from "../../platform/http/queries.ts";

export interface LoggedRecord {
  mayLog: boolean;
  /** The lead waits for the viewer's answer. */
  waits: boolean;
  /** Whom it can have been with, where there is more than one. */
  people: readonly { id: string; name: string | null }[];
}

/** What the record itself says of logging on it; its page has read it already, so nothing is fetched twice. */
export function useLoggedRecord(object: ActivityObject, id: string): LoggedRecord | undefined {
  const lead = useQuery({ ...reading(leads.show, { params: { leadId: id } }), enabled: object === "lead" });
  const contact = useQuery({ ...reading(contacts.show, { params: { contactId: id } }), enabled: object === "contact" });
  const account = useQuery({ ...reading(accounts.show, { params: { accountId: id } }), enabled: object === "account" });
  const members = useQuery({
    ...reading(contacts.list, { query: { accountId: id, limit: 50 } }),
    enabled: object === "account",
  });
  const opportunity = useQuery({
    ...reading(opportunities.show, { params: { opportunityId: id } }),
    enabled: object === "opportunity",
  });
  if (object === "lead" && lead.data)
    return { mayLog: lead.data.may.edit, waits: lead.data.stage === "assigned" && lead.data.may.answer, people: [] };
  if (object === "contact" && contact.data) return { mayLog: contact.data.mayEdit, waits: false, people: [] };
  if (object === "account" && account.data)
    return { mayLog: account.data.mayEdit, waits: false, people: members.data?.rows ?? [] };
  if (object === "opportunity" && opportunity.data) {
    const { mayLog, contacts: named } = opportunity.data;
    return { mayLog, waits: false, people: named.map(({ contactId, name }) => ({ id: contactId, name })) };
  }
  return undefined;
}
