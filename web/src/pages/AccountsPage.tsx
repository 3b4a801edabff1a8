import { accountEndpoints, AccountList, useAccountViews } from "../capabilities/accounts/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/accounts";

/** `/accounts` */
export function AccountsPage() {
  const list = useViewedList("account", useAccountViews());
  return (
    <AccountList
      list={list}
      tabs={<ViewTabs list={list} path={PATH} count={accountEndpoints.count} />}
      filters={<FilterBar list={list} path={PATH} {...accountEndpoints} />}
    />
  );
}
