import { CampaignList } from "../capabilities/campaigns/index.ts";

/** `/campaigns`: the list of campaigns. */
export function CampaignsPage() {
  return <CampaignList />;
}
