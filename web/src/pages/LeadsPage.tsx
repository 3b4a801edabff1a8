import { useBulk } from "../capabilities/bulk/index.ts";
import { AddLeadButton } from "../capabilities/capture/index.ts";
import { leadEndpoints, LeadList, useLeadViews, useLeadBulkFields } from "../capabilities/leads/index.ts";
import { useExport } from "../capabilities/exports/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/leads";

/** `/leads` */
export function LeadsPage() {
  const list = useViewedList("lead", useLeadViews());
  const exporting = useExport("lead");
  const bulk = useBulk("lead", useLeadBulkFields());
  return (
    <>
      <LeadList
        exporting={exporting.act}
        bulk={bulk.bulk}
        list={list}
        tabs={<ViewTabs list={list} path={PATH} count={leadEndpoints.count} />}
        acts={<AddLeadButton />}
        phoneActs={<AddLeadButton onPhone />}
        filters={<FilterBar list={list} path={PATH} {...leadEndpoints} />}
      />
      {exporting.dialog}
      {bulk.dialog}
    </>
  );
}
