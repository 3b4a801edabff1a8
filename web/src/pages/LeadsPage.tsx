import { AddLeadButton } from "../capabilities/capture/index.ts";
import { leadEndpoints, LeadList, useLeadViews } from "../capabilities/leads/index.ts";
import { useExport } from "../capabilities/exports/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/leads";

/** `/leads` */
export function LeadsPage() {
  const list = useViewedList("lead", useLeadViews());
  const exporting = useExport("lead");
  return (
    <>
      <LeadList
        exporting={exporting.act}
        list={list}
        tabs={<ViewTabs list={list} path={PATH} count={leadEndpoints.count} />}
        acts={<AddLeadButton />}
        phoneActs={<AddLeadButton onPhone />}
        filters={<FilterBar list={list} path={PATH} {...leadEndpoints} />}
      />
      {exporting.dialog}
    </>
  );
}
