import type { OpportunityRole } from "@tongzhou/contract/opportunity-type";
import type { Context } from "../../platform/ledger/context.ts";
import { Refused } from "../../platform/problems/refusal.ts";
import { sortKey } from "../../platform/text/sort-key.ts";
import { recordOpportunityEvents } from "../leads/index.ts";
import { requireCompany } from "../people/index.ts";
import { accountNames, insertContacts, lineNames } from "./queries/opportunity-contact-rows.ts";
import { insertOpportunities } from "./queries/opportunity-rows.ts";
import { findTypes } from "./queries/opportunity-type-rows.ts";
import type { StoredType } from "./queries/opportunity-type-rows.ts";

/** What people may say of an opportunity when it is opened; what they leave out is taken from where it comes from. */
export interface OpeningFacts {
  readonly typeId?: string | undefined;
  /** The account's name and the product line's unless said. */
  readonly name?: string | undefined;
  /** Whole minor units of `currency`. */
  readonly amount?: number | null | undefined;
  /** The company's unless said. */
  readonly currency?: string | undefined;
  readonly expectedCloseOn?: string | null | undefined;
  readonly nextStep?: string | null | undefined;
  readonly nextStepOn?: string | null | undefined;
}

export interface OpportunityDraft extends OpeningFacts {
  readonly accountId: string;
  /** Where that account came from before any merge; itself unless said (R-ID-7). */
  readonly homeAccountId?: string;
  readonly ownerId: string;
  readonly productLineId: string | null;
  readonly leadId: string | null;
  /** The cycle of the lead; 1 without one. */
  readonly cycle: number;
  readonly openedAt: Date;
  readonly contacts: readonly {
    readonly contactId: string;
    readonly homeContactId: string;
    readonly role: OpportunityRole;
  }[];
  /** Imported as history: nothing reacts to it. */
  readonly history?: boolean;
}

const LONGEST_NAME = 200;
const NO_STAGE = "open";

/**
 * Opens opportunities in the first stage of their type, with their people and their first row in the ledger.
 * @returns their ids, in order.
 * @throws Refused `opportunity_type_missing`, `opportunity_account_missing`.
 */
export async function openOpportunities(context: Context, drafts: readonly OpportunityDraft[]): Promise<string[]> {
  if (drafts.length === 0) return [];
  const { currency } = await requireCompany(context);
  const types = await findTypes(context);
  const accounts = await accountNames(
    context,
    drafts.map(({ accountId }) => accountId),
  );
  const lines = await lineNames(
    context,
    drafts.map(({ productLineId }) => productLineId),
  );
  const opened = drafts.map((draft) => {
    const accountName = accounts.get(draft.accountId);
    if (accountName === undefined) throw new Refused("opportunity_account_missing");
    const type = typeOf(types, draft.typeId);
    const lineName = draft.productLineId === null ? undefined : lines.get(draft.productLineId);
    const name = (draft.name ?? [accountName, lineName ?? type.name].join(" ")).slice(0, LONGEST_NAME);
    return { id: context.newId(), draft, type, name, stageId: type.stages[0]?.id ?? null };
  });
  await insertOpportunities(
    context,
    opened.map(({ id, draft, type, name, stageId }) => ({
      id,
      name,
      name_sort: sortKey(name, "text"),
      type_id: type.id,
      stage_id: stageId,
      account_id: draft.accountId,
      home_account_id: draft.homeAccountId ?? draft.accountId,
      lead_id: draft.leadId,
      product_line_id: draft.productLineId,
      owner_id: draft.ownerId,
      amount: draft.amount ?? null,
      currency: draft.currency ?? currency,
      expected_close_on: draft.expectedCloseOn ?? null,
      next_step: draft.nextStep ?? null,
      next_step_on: draft.nextStepOn ?? null,
      opened_at: draft.openedAt,
      history: draft.history ?? false,
    })),
  );
  await insertContacts(
    context,
    opened.flatMap(({ id, draft }) => draft.contacts.map((contact) => ({ ...contact, opportunityId: id }))),
  );
  await recordOpportunityEvents(
    context,
    opened.map(({ id, draft, stageId }) => ({
      opportunityId: id,
      act: "opened",
      cycle: draft.cycle,
      occurredAt: draft.openedAt,
      from: null,
      to: stageId ?? NO_STAGE,
      fromOwnerId: null,
      toOwnerId: draft.ownerId,
      reason: null,
    })),
  );
  const ids = opened.map(({ id }) => id);
  await context.emit("opportunity.opened", ids);
  return ids;
}

/** The type that is named, or the first in use. */
function typeOf(types: readonly StoredType[], typeId: string | undefined): StoredType {
  const type = types.find(({ id, active }) => active && (typeId === undefined || id === typeId));
  if (!type) throw new Refused("opportunity_type_missing");
  return type;
}
