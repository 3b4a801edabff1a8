import type { Acting } from "../../platform/access/acting.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { NotAllowed, NotFound, Refused } from "../../platform/problems/refusal.ts";
import {
  attachAccounts,
  companyKey,
  confirmAccounts,
  creditCode,
  sortCompanyName,
  standingAccounts,
} from "../accounts/index.ts";
import type { AccountAndHome, AccountDraft } from "../accounts/index.ts";
import { lockLeads, moveLeads } from "../leads/index.ts";
import type { LockedLead, MovedLead, RefusedLead } from "../leads/index.ts";
import { openOpportunities } from "./open-opportunities.ts";
import type { OpeningFacts, OpportunityDraft } from "./open-opportunities.ts";
import { mayActForLeadHolder, maySeeLeadOf, mayWithOpportunity } from "./opportunities.access.ts";
import { accountNames } from "./queries/opportunity-contact-rows.ts";

export const CONVERT_LEAD = operationKind("lead.convert");

export interface Conversion extends OpeningFacts {
  readonly leadId: string;
  /** The lead's holder unless said. */
  readonly ownerId?: string | undefined;
  /** The account was looked at and is the one (R-ID-2). */
  readonly accountConfirmed: boolean;
  /** Another account than the lead's. */
  readonly accountId?: string | undefined;
  /** A company by its name, found or made by the one door. */
  readonly company?: { readonly name: string; readonly creditCode?: string | null } | undefined;
  /** The business time; that of the operation when not said. */
  readonly occurredAt?: Date;
  readonly history?: boolean;
}

export type ConversionResult =
  { readonly leadId: string; readonly outcome: "converted"; readonly opportunityId: string } | RefusedLead;

/**
 * Converts leads (R-LEAD-1 row 11): a lead that waits for an answer is accepted by it. The account is confirmed, the
 * contact takes part, and the lead follows the owner of its opportunity. What the lead table refuses is a value and changes
 * nothing of that lead.
 * @returns one result a conversion, in order.
 * @throws NotFound for a lead out of sight; NotAllowed for an owner out of reach; Refused `opportunity_account_missing`,
 * `opportunity_type_missing`; then none is converted.
 */
export async function convertLeads(context: Acting, conversions: readonly Conversion[]): Promise<ConversionResult[]> {
  const leads = await lockLeads(
    context,
    conversions.map(({ leadId }) => leadId),
  );
  const moves = conversions.map((conversion) => moveOf(context, conversion, leads.get(conversion.leadId)));
  const results = await moveLeads(context, moves);
  const moved = results.flatMap((result, place) => {
    const conversion = conversions[place];
    return result.outcome === "moved" && conversion ? [{ result, conversion }] : [];
  });
  const accounts = await accountsOf(context, moved);
  await confirmAccounts(
    context,
    accounts.map(({ accountId }) => accountId),
  );
  const opportunityIds = await openOpportunities(
    context,
    moved.map(({ result, conversion }, place) => draftOf(context, result, conversion, accounts[place])),
  );
  let place = 0;
  return results.map((result) =>
    result.outcome === "refused"
      ? result
      : { leadId: result.leadId, outcome: "converted", opportunityId: opportunityIds[place++] ?? "" },
  );
}

function moveOf(context: Acting, conversion: Conversion, lead: LockedLead | undefined) {
  const { viewer } = context;
  const { leadId, accountConfirmed, occurredAt } = conversion;
  const holderId = lead?.state.holder.kind === "owner" ? lead.state.holder.ownerId : null;
  if (!lead || (holderId !== null && !maySeeLeadOf(viewer, holderId))) throw new NotFound();
  const opportunityOwnerId = conversion.ownerId ?? holderId ?? viewer.personId;
  if (!mayWithOpportunity(viewer, "create", opportunityOwnerId)) throw new NotAllowed();
  const by = { personId: viewer.personId, mayActForHolder: mayActForLeadHolder(viewer, holderId) };
  return {
    leadId,
    event: { kind: "converted", by, opportunityOwnerId, accountConfirmed } as const,
    ...(occurredAt ? { occurredAt } : {}),
  };
}

interface Converted {
  readonly result: MovedLead;
  readonly conversion: Conversion;
}

/** The account of each: the one that is named, the company that is found or made, or the lead's own. */
async function accountsOf(context: Acting, converted: readonly Converted[]): Promise<AccountAndHome[]> {
  const named = converted.flatMap(({ conversion }) =>
    conversion.accountId === undefined ? [] : [conversion.accountId],
  );
  const readable = await accountNames(context, named, context.viewer);
  const companies = converted.flatMap(({ conversion }) =>
    conversion.company ? [draftCompany(conversion.company)] : [],
  );
  const attached = await attachAccounts(context, companies);
  let next = 0;
  const found = converted.map(({ result, conversion }): AccountAndHome => {
    const { accountId = result.before.accountId, company } = conversion;
    const account = company ? attached[next++] : accountId === null ? undefined : ownOrNamed(accountId, result);
    const outOfSight = conversion.accountId !== undefined && !readable.has(conversion.accountId);
    if (account === undefined || outOfSight) throw new Refused("opportunity_account_missing");
    return account;
  });
  return standingAccounts(context, found);
}

function ownOrNamed(accountId: string, { before }: MovedLead): AccountAndHome {
  return { accountId, homeAccountId: before.accountId === accountId ? (before.homeAccountId ?? accountId) : accountId };
}

function draftCompany({ name, creditCode: raw }: NonNullable<Conversion["company"]>): AccountDraft {
  const key = companyKey(name);
  const read = raw === undefined || raw === null || raw === "" ? null : creditCode(raw);
  if (key === null || read?.level === "format_error") throw new Refused("opportunity_account_missing");
  return { name, key, creditCode: read?.code ?? null, nameSort: sortCompanyName(name) };
}

function draftOf(
  context: Acting,
  { before, lead, leadId }: MovedLead,
  conversion: Conversion,
  account: AccountAndHome | undefined,
): OpportunityDraft {
  const { typeId, name, amount, currency, expectedCloseOn, nextStep, nextStepOn, occurredAt, history } = conversion;
  if (lead.holder.kind !== "owner") throw new Error(`the converted lead ${leadId} has no owner`);
  if (!account) throw new Error(`the converted lead ${leadId} has no account`);
  return {
    typeId,
    name,
    amount,
    currency,
    expectedCloseOn,
    nextStep,
    nextStepOn,
    ...account,
    ownerId: lead.holder.ownerId,
    productLineId: before.productLineId,
    leadId,
    cycle: lead.cycle,
    openedAt: occurredAt ?? context.now,
    contacts: [{ contactId: before.contactId, homeContactId: before.homeContactId, role: "participant" }],
    history: history ?? false,
  };
}
