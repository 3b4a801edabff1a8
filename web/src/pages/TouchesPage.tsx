import { touchEndpoints, TouchList, useTouchViews } from "../capabilities/touches/index.ts";
import { useExport } from "../capabilities/exports/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/touches";

/** `/touches` */
export function TouchesPage() {
  const list = useViewedList("touch", useTouchViews());
  const exporting = useExport("touch");
  return (
    <>
      <TouchList
        exporting={exporting.act}
        list={list}
        tabs={<ViewTabs list={list} path={PATH} />}
        filters={<FilterBar list={list} path={PATH} {...touchEndpoints} />}
      />
      {exporting.dialog}
    </>
  );
}
