import { CampaignList } from "../capabilities/campaigns/index.ts";
import { useExport } from "../capabilities/exports/index.ts";

/** `/campaigns`: the list of campaigns. */
export function CampaignsPage() {
  const exporting = useExport("campaign");
  return (
    <>
      <CampaignList exporting={exporting.act} />
      {exporting.dialog}
    </>
  );
}
