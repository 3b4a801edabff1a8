import { touchEndpoints, TouchList, useTouchViews } from "../capabilities/touches/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/touches";

/** `/touches` */
export function TouchesPage() {
  const list = useViewedList("touch", useTouchViews());
  return (
    <TouchList
      list={list}
      tabs={<ViewTabs list={list} path={PATH} />}
      filters={<FilterBar list={list} path={PATH} {...touchEndpoints} />}
    />
  );
}
