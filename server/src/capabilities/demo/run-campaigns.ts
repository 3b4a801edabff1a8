import type { CostKind } from "@tongzhou/contract/campaigns";
import {
  END_CAMPAIGN,
  RECORD_COST,
  START_CAMPAIGN,
  endCampaigns,
  recordCosts,
  startCampaigns,
} from "../campaigns/index.ts";
import type { DemoCampaign, DemoCompany } from "./domain/demo-book.ts";
import type { DemoHouse } from "./life/demo-house.ts";
import { dayBefore, idOf, TEN_THOUSAND_YUAN } from "./prepare-demo.ts";
import type { PreparedDemo } from "./prepare-demo.ts";

/** Costs are booked every so many days. */
const BOOKING_DAYS = 30;

/** 林晓 starts what begins today, ends what is over, and books what it cost since the last booking. */
export async function runCampaigns(
  demo: DemoHouse,
  company: DemoCompany,
  prepared: PreparedDemo,
  daysAgo: number,
): Promise<void> {
  const marketer = idOf(prepared.people, "linxiao");
  const idsOf = (campaigns: readonly DemoCampaign[]): string[] =>
    campaigns.map((one) => idOf(prepared.campaigns, one.key));
  const starting = idsOf(company.campaigns.filter((one) => one.from === daysAgo));
  if (starting.length > 0) await demo.actAs(marketer, START_CAMPAIGN, (context) => startCampaigns(context, starting));
  const costs = company.campaigns.flatMap((campaign) => costOf(campaign, prepared, daysAgo));
  if (costs.length > 0) await demo.actAs(marketer, RECORD_COST, (context) => recordCosts(context, costs));
  const ending = idsOf(company.campaigns.filter((one) => one.to === daysAgo && one.to > 0));
  if (ending.length > 0) await demo.actAs(marketer, END_CAMPAIGN, (context) => endCampaigns(context, ending));
}

/** Short ones are paid when they end, long ones month by month. */
function costOf(campaign: DemoCampaign, { campaigns, today }: PreparedDemo, daysAgo: number) {
  const length = campaign.from - campaign.to;
  const bookings = Math.max(1, Math.floor(length / BOOKING_DAYS));
  const since = campaign.from - daysAgo;
  const due =
    length < BOOKING_DAYS
      ? daysAgo === campaign.to
      : since > 0 && since % BOOKING_DAYS === 0 && since / BOOKING_DAYS <= bookings;
  if (!due) return [];
  const amount = Math.round((campaign.cost * TEN_THOUSAND_YUAN) / bookings);
  return [
    {
      campaignId: idOf(campaigns, campaign.key),
      occurredOn: dayBefore(today, daysAgo),
      amount,
      kind: kindOf(campaign.type),
      note: null,
    },
  ];
}

function kindOf(type: string): CostKind {
  if (type === "offline_event" || type === "user_conference" || type === "sponsorship") return "venue";
  return type === "paid_ads" ? "media" : type === "webinar" ? "speaker" : "other";
}
