import { requireCompany } from "../people/index.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { sortKey } from "../../platform/text/sort-key.ts";
import { insertCampaigns } from "./campaigns.queries.ts";
import type { CampaignFacts } from "./campaigns.queries.ts";
import { refuseBackwards } from "./refuse-backwards.ts";

export const CREATE_CAMPAIGN = operationKind("campaign.create");

/** What is known of a new campaign; nothing but name and type must be. */
export type CampaignDraft = Pick<CampaignFacts, "name" | "type"> &
  Partial<CampaignFacts> & { readonly currency?: string | undefined };

const NOTHING_KNOWN = {
  productLineId: null,
  ownerId: null,
  channel: null,
  goal: null,
  goalLeads: null,
  budgetAmount: null,
  startsOn: null,
  endsOn: null,
  callToAction: null,
  nextStep: null,
  nextStepOwnerId: null,
  nextStepDays: null,
};

/**
 * Makes drafts, in the company's currency unless they say another. A draft may take members, touches and costs.
 * @returns their ids, in order.
 * @throws Refused `campaign_ends_before_start`.
 */
export async function createCampaigns(context: Context, drafts: readonly CampaignDraft[]): Promise<string[]> {
  const company = await requireCompany(context);
  const campaigns = drafts.map(({ currency = company.currency, ...draft }) => {
    const facts: CampaignFacts = { ...NOTHING_KNOWN, ...draft };
    refuseBackwards(facts);
    return { ...facts, id: context.newId(), currency, nameSort: sortKey(facts.name, "text") };
  });
  await insertCampaigns(context, campaigns);
  const ids = campaigns.map(({ id }) => id);
  await context.emit("campaign.created", ids);
  return ids;
}
