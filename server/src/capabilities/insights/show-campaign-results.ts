import { ATTRIBUTION_MODELS } from "@tongzhou/contract/attribution-model";
import type { AttributionModel, FunnelReading } from "@tongzhou/contract/attribution-model";
import type { CampaignResult, CampaignResults, FiguresOf } from "@tongzhou/contract/insights";
import type { Viewing } from "../../platform/access/acting.ts";
import { NotFound } from "../../platform/problems/refusal.ts";
import { LEAD } from "../leads/index.ts";
import { OPPORTUNITY } from "../opportunities/index.ts";
import { requireCompany } from "../people/index.ts";
import { companyPeriod } from "./company-period.ts";
import { attribution, creditByCampaign } from "./domain/attribution.ts";
import { figuresOf } from "./insights.access.ts";
import { countOtherCurrencies, findCampaignNames, sumCosts } from "./queries/campaign-costs.ts";
import { countFunnelSteps } from "./queries/count-funnel-steps.ts";
import type { StepCount } from "./queries/count-funnel-steps.ts";
import { findWonDeals } from "./queries/find-won-deals.ts";
import type { FoundDeal } from "./queries/find-won-deals.ts";
import { STEP_NUMBERS } from "./queries/funnel-entries.ts";

export interface ResultRequest {
  readonly from: string;
  readonly to: string;
  readonly reading: FunnelReading;
  readonly model: AttributionModel;
}

/**
 * What each campaign cost and brought (R-CAMP-2, R-CAMP-3): people by first source, revenue by the model. Campaigns that
 * neither cost nor brought anything are left out; what came without a campaign is a row of its own, so that the rows add up.
 * A return is computed only from everybody's revenue: a cost is the whole one, and a part of the revenue over it is no return.
 * @throws Refused `period_backwards`, `period_too_long`.
 */
export async function showCampaignResults(viewing: Viewing, request: ResultRequest): Promise<CampaignResults> {
  const company = await requireCompany(viewing);
  const { currency } = company;
  const period = companyPeriod(request, company);
  const counts = await countFunnelSteps(viewing, { reading: request.reading, period }, "campaign");
  const costs = await sumCosts(viewing, request, currency);
  const revenue = creditsOf(await findWonDeals(viewing, period, currency), request.model);
  const revenueOf = figuresOf(viewing.viewer, OPPORTUNITY);
  const campaigns = await findCampaignNames(viewing);
  const names = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  const rows = [...campaigns.map(({ id }) => id), null].map((id): CampaignResult => {
    const campaign = id === null ? undefined : names.get(id);
    return withReturn(revenueOf, {
      campaignId: id,
      name: campaign?.name ?? null,
      type: campaign?.type ?? null,
      status: campaign?.status ?? null,
      cost: id === null ? 0 : (costs.get(id) ?? 0),
      ...countsOf(counts.filter(({ total, key }) => !total && key === id)),
      revenue: revenue.get(id) ?? 0,
    });
  });
  const brought = rows.filter((row) => row.cost !== 0 || row.leads > 0 || row.won > 0 || row.revenue > 0);
  const sum = (value: (row: CampaignResult) => number): number => rows.reduce((total, row) => total + value(row), 0);
  return {
    figuresOf: figuresOf(viewing.viewer, LEAD, OPPORTUNITY),
    revenueOf,
    currency,
    model: request.model,
    rows: brought.toSorted((a, b) => b.revenue - a.revenue || b.leads - a.leads),
    total: withReturn(revenueOf, {
      campaignId: null,
      name: null,
      type: null,
      status: null,
      cost: sum(({ cost }) => cost),
      ...countsOf(counts.filter(({ total }) => total)),
      revenue: sum((row) => row.revenue),
    }),
    otherCurrencies: await countOtherCurrencies(viewing, request, period, currency),
  };
}

/** One campaign's revenue by every model, to compare. @throws NotFound; Refused as above. */
export async function compareModels(
  viewing: Viewing,
  campaignId: string,
  days: { readonly from: string; readonly to: string },
) {
  const company = await requireCompany(viewing);
  if (!(await findCampaignNames(viewing)).some(({ id }) => id === campaignId)) throw new NotFound();
  const deals = await findWonDeals(viewing, companyPeriod(days, company), company.currency);
  const cost = (await sumCosts(viewing, days, company.currency)).get(campaignId) ?? 0;
  const whose = figuresOf(viewing.viewer, OPPORTUNITY);
  return {
    figuresOf: whose,
    currency: company.currency,
    cost,
    models: ATTRIBUTION_MODELS.map((model) => {
      const revenue = creditsOf(deals, model).get(campaignId) ?? 0;
      return { model, revenue, roi: returnOn(whose, cost, revenue) };
    }),
  };
}

/** The credits of deals by campaign; they add up to exactly the amounts of the deals. */
export const creditsOf = (deals: readonly FoundDeal[], model: AttributionModel): Map<string | null, number> =>
  creditByCampaign(deals.flatMap((deal) => attribution(model, deal)));

function countsOf(counts: readonly StepCount[]) {
  const of = (step: keyof typeof STEP_NUMBERS): number =>
    counts.find((count) => count.step === STEP_NUMBERS[step])?.leads ?? 0;
  const opportunity = counts.find((count) => count.step === STEP_NUMBERS.opportunity);
  return {
    leads: of("lead"),
    mql: of("mql"),
    sql: of("sql"),
    opportunities: of("opportunity"),
    won: of("won"),
    daysToOpportunity: opportunity?.daysToOpportunity ?? null,
  };
}

const withReturn = (whose: FiguresOf, result: Omit<CampaignResult, "roi">): CampaignResult => ({
  ...result,
  roi: returnOn(whose, result.cost, result.revenue),
});

const returnOn = (whose: FiguresOf, cost: number, revenue: number): number | null =>
  whose === "everybody" && cost > 0 ? (revenue - cost) / cost : null;
