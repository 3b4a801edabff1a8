import { useBulk } from "../capabilities/bulk/index.ts";
import {
  campaignEndpoints,
  CampaignList,
  useCampaignViews,
  useCampaignBulkFields,
} from "../capabilities/campaigns/index.ts";
import { useExport } from "../capabilities/exports/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/campaigns";

/** `/campaigns` */
export function CampaignsPage() {
  const list = useViewedList("campaign", useCampaignViews());
  const exporting = useExport("campaign");
  const bulk = useBulk("campaign", useCampaignBulkFields());
  return (
    <>
      <CampaignList
        exporting={exporting.act}
        bulk={bulk.bulk}
        list={list}
        tabs={<ViewTabs list={list} path={PATH} count={campaignEndpoints.count} />}
        filters={<FilterBar list={list} path={PATH} {...campaignEndpoints} />}
      />
      {exporting.dialog}
      {bulk.dialog}
    </>
  );
}
