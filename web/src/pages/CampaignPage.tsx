import { useParams } from "@tanstack/react-router";
import { CampaignRecord } from "../capabilities/campaigns/index.ts";

/** `/campaigns/$campaignId`: one campaign. */
export function CampaignPage() {
  const { campaignId = "" } = useParams({ strict: false }) as { campaignId?: string };
  return <CampaignRecord key={campaignId} campaignId={campaignId} results={() => null} />;
}
