import { useParams } from "@tanstack/react-router";
import { LeadRecord } from "../capabilities/leads/index.ts";
import { ConvertLead } from "../capabilities/opportunities/index.ts";
import { RecordTimeline } from "../capabilities/timeline/index.ts";

/** `/leads/$leadId` */
export function LeadPage() {
  const { leadId = "" } = useParams({ strict: false }) as { leadId?: string };
  return (
    <LeadRecord
      key={leadId}
      leadId={leadId}
      timeline={<RecordTimeline object="lead" recordId={leadId} />}
      renderConvert={(lead) => <ConvertLead lead={lead} />}
    />
  );
}
