import { useBulk } from "../capabilities/bulk/index.ts";
import {
  opportunityEndpoints,
  OpportunityList,
  useOpportunityViews,
  useOpportunityBulkFields,
} from "../capabilities/opportunities/index.ts";
import { useExport } from "../capabilities/exports/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/opportunities/list";

/** `/opportunities/list`: all of them as rows, the ended ones too. */
export function OpportunityListPage() {
  const list = useViewedList("opportunity", useOpportunityViews("list"));
  const exporting = useExport("opportunity");
  const bulk = useBulk("opportunity", useOpportunityBulkFields());
  return (
    <>
      <OpportunityList
        exporting={exporting.act}
        bulk={bulk.bulk}
        list={list}
        tabs={<ViewTabs list={list} path={PATH} count={opportunityEndpoints.count} />}
        filters={<FilterBar list={list} path={PATH} {...opportunityEndpoints} />}
      />
      {exporting.dialog}
      {bulk.dialog}
    </>
  );
}
