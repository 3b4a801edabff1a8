import { accountEndpoints, AccountList, useAccountViews } from "../capabilities/accounts/index.ts";
import { useExport } from "../capabilities/exports/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/accounts";

/** `/accounts` */
export function AccountsPage() {
  const list = useViewedList("account", useAccountViews());
  const exporting = useExport("account");
  return (
    <>
      <AccountList
        exporting={exporting.act}
        list={list}
        tabs={<ViewTabs list={list} path={PATH} count={accountEndpoints.count} />}
        filters={<FilterBar list={list} path={PATH} {...accountEndpoints} />}
      />
      {exporting.dialog}
    </>
  );
}
