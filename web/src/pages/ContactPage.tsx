import { useParams } from "@tanstack/react-router";
import { ContactRecord } from "../capabilities/contacts/index.ts";
import { RecordTimeline } from "../capabilities/timeline/index.ts";

/** `/contacts/$contactId` */
export function ContactPage() {
  const { contactId = "" } = useParams({ strict: false }) as { contactId?: string };
  const timeline = <RecordTimeline object="contact" recordId={contactId} />;
  return <ContactRecord key={contactId} contactId={contactId} timeline={timeline} />;
}
