import { opportunityEndpoints, OpportunityBoard, useOpportunityViews } from "../capabilities/opportunities/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/opportunities";

/** `/opportunities`: the running ones by stage. */
export function OpportunitiesPage() {
  const list = useViewedList("opportunity", useOpportunityViews("board"));
  return (
    <OpportunityBoard
      list={list}
      tabs={<ViewTabs list={list} path={PATH} count={opportunityEndpoints.count} />}
      filters={<FilterBar list={list} path={PATH} {...opportunityEndpoints} />}
    />
  );
}
