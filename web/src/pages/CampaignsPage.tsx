import { campaignEndpoints, CampaignList, useCampaignViews } from "../capabilities/campaigns/index.ts";
import { useExport } from "../capabilities/exports/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/campaigns";

/** `/campaigns` */
export function CampaignsPage() {
  const list = useViewedList("campaign", useCampaignViews());
  const exporting = useExport("campaign");
  return (
    <>
      <CampaignList
        exporting={exporting.act}
        list={list}
        tabs={<ViewTabs list={list} path={PATH} count={campaignEndpoints.count} />}
        filters={<FilterBar list={list} path={PATH} {...campaignEndpoints} />}
      />
      {exporting.dialog}
    </>
  );
}
