import { useParams } from "@tanstack/react-router";
import type { ComponentProps } from "react";
import { RecordHistory } from "../capabilities/audit/index.ts";
import { CampaignRecord } from "../capabilities/campaigns/index.ts";
import { CampaignOutcome } from "../capabilities/insights/index.ts";
import { LeadsOfCampaign } from "../capabilities/leads/index.ts";
import { MembersOfCampaign, TouchesLink } from "../capabilities/touches/index.ts";

const resultsOf: ComponentProps<typeof CampaignRecord>["results"] = (campaign) => (
  <>
    <CampaignOutcome campaign={campaign} />
    <LeadsOfCampaign campaignId={campaign.id} />
    <MembersOfCampaign campaignId={campaign.id} />
    <TouchesLink campaignId={campaign.id} />
  </>
);

/** `/campaigns/$campaignId`: one campaign. */
export function CampaignPage() {
  const { campaignId = "" } = useParams({ strict: false }) as { campaignId?: string };
  return (
    <CampaignRecord
      key={campaignId}
      campaignId={campaignId}
      results={resultsOf}
      changes={<RecordHistory object="campaign" recordId={campaignId} />}
    />
  );
}
