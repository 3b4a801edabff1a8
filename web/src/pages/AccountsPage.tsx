import { useBulk } from "../capabilities/bulk/index.ts";
import {
  accountEndpoints,
  AccountList,
  useAccountViews,
  useAccountBulkFields,
} from "../capabilities/accounts/index.ts";
import { useFillRecords } from "../capabilities/enrichment/index.ts";
import { useExport } from "../capabilities/exports/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/accounts";

/** `/accounts` */
export function AccountsPage() {
  const list = useViewedList("account", useAccountViews());
  const exporting = useExport("account");
  const bulk = useBulk("account", useAccountBulkFields());
  const filling = useFillRecords();
  return (
    <>
      <AccountList
        exporting={exporting.act}
        bulk={bulk.bulk}
        moreActs={filling.acts}
        list={list}
        tabs={<ViewTabs list={list} path={PATH} count={accountEndpoints.count} />}
        filters={<FilterBar list={list} path={PATH} {...accountEndpoints} />}
      />
      {exporting.dialog}
      {bulk.dialog}
      {filling.dialog}
    </>
  );
}
