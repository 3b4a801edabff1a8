import type { OpportunityRole } from "@tongzhou/contract/opportunity-type";
import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, Refused } from "../../platform/problems/refusal.ts";
import { standingAccounts } from "../accounts/index.ts";
import { openOpportunities } from "./open-opportunities.ts";
import type { OpeningFacts } from "./open-opportunities.ts";
import { mayWithOpportunity } from "./opportunities.access.ts";
import { accountNames, readableContacts } from "./queries/opportunity-contact-rows.ts";

export const CREATE_OPPORTUNITY = operationKind("opportunity.create");

export interface TypedOpportunity extends OpeningFacts {
  readonly accountId: string;
  readonly productLineId: string | null;
  /** Whoever types it, unless said. */
  readonly ownerId?: string | undefined;
  readonly contacts: readonly { readonly contactId: string; readonly role: OpportunityRole }[];
}

/**
 * Opens an opportunity without a lead, with an account and people that the creator may see.
 * @returns its id.
 * @throws NotAllowed for an owner out of reach; Refused `opportunity_account_missing`, `opportunity_contact_missing`,
 * `opportunity_type_missing`.
 */
export async function createOpportunity(context: Acting, typed: TypedOpportunity): Promise<string> {
  const { viewer } = context;
  const { ownerId = viewer.personId, contacts, ...facts } = typed;
  if (!mayWithOpportunity(viewer, "create", ownerId)) throw new NotAllowed();
  if (!(await accountNames(context, [typed.accountId], viewer)).has(typed.accountId)) {
    throw new Refused("opportunity_account_missing");
  }
  const ids = contacts.map(({ contactId }) => contactId);
  const readable = await readableContacts(context, viewer, ids);
  if (ids.some((id) => !readable.has(id))) throw new Refused("opportunity_contact_missing");
  const [account] = await standingAccounts(context, [{ accountId: typed.accountId, homeAccountId: typed.accountId }]);
  const people = new Map(contacts.map((contact) => [contact.contactId, contact.role]));
  const [id = ""] = await openOpportunities(context, [
    {
      ...facts,
      ...account,
      ownerId,
      leadId: null,
      cycle: 1,
      openedAt: context.now,
      contacts: [...people].map(([contactId, role]) => ({ contactId, homeContactId: contactId, role })),
    },
  ]);
  return id;
}
