import { AddLeadButton } from "../capabilities/capture/index.ts";
import { leadEndpoints, LeadList, useLeadViews } from "../capabilities/leads/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/leads";

/** `/leads` */
export function LeadsPage() {
  const list = useViewedList("lead", useLeadViews());
  return (
    <LeadList
      list={list}
      tabs={<ViewTabs list={list} path={PATH} count={leadEndpoints.count} />}
      acts={<AddLeadButton />}
      phoneActs={<AddLeadButton onPhone />}
      filters={<FilterBar list={list} path={PATH} {...leadEndpoints} />}
    />
  );
}
