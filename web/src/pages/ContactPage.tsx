import { useParams } from "@tanstack/react-router";
import { LogActivity } from "../capabilities/activities/index.ts";
import { RecordHistory } from "../capabilities/audit/index.ts";
import { ContactRecord } from "../capabilities/contacts/index.ts";
import { HouseholdsOf } from "../capabilities/households/index.ts";
import { MergedRecords, MergeRecord, UnmergeRecord } from "../capabilities/identity/index.ts";
import { ConsentSection } from "../capabilities/privacy/index.ts";
import { RecordTimeline } from "../capabilities/timeline/index.ts";
import { RecordCentre } from "../platform/record/RecordCentre.tsx";

/** `/contacts/$contactId` */
export function ContactPage() {
  const { contactId = "" } = useParams({ strict: false }) as { contactId?: string };
  const timeline = (
    <RecordCentre
      story={
        <RecordTimeline
          object="contact"
          recordId={contactId}
          acts={<LogActivity object="contact" recordId={contactId} />}
        />
      }
      changes={<RecordHistory object="contact" recordId={contactId} />}
    />
  );
  return (
    <ContactRecord
      key={contactId}
      contactId={contactId}
      timeline={timeline}
      related={
        <>
          <ConsentSection contactId={contactId} />
          <HouseholdsOf contactId={contactId} />
          <MergedRecords object="contact" recordId={contactId} />
        </>
      }
      acts={<MergeRecord object="contact" recordId={contactId} />}
      part={<UnmergeRecord object="contact" recordId={contactId} />}
    />
  );
}
