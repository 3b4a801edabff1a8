import { useBulk } from "../capabilities/bulk/index.ts";
import {
  contactEndpoints,
  ContactList,
  useContactViews,
  useContactBulkFields,
} from "../capabilities/contacts/index.ts";
import { PairsLink } from "../capabilities/identity/index.ts";
import { TouchesLink } from "../capabilities/touches/index.ts";
import { useExport } from "../capabilities/exports/index.ts";
import { FilterBar, useViewedList, ViewTabs } from "../capabilities/views/index.ts";

const PATH = "/contacts";

/** `/contacts` */
export function ContactsPage() {
  const list = useViewedList("contact", useContactViews());
  const exporting = useExport("contact");
  const bulk = useBulk("contact", useContactBulkFields());
  return (
    <>
      <ContactList
        exporting={exporting.act}
        bulk={bulk.bulk}
        list={list}
        ways={
          <>
            <PairsLink />
            <TouchesLink />
          </>
        }
        tabs={<ViewTabs list={list} path={PATH} count={contactEndpoints.count} />}
        filters={<FilterBar list={list} path={PATH} {...contactEndpoints} />}
      />
      {exporting.dialog}
      {bulk.dialog}
    </>
  );
}
