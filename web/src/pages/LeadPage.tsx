import { useParams } from "@tanstack/react-router";
import { LogActivity } from "../capabilities/activities/index.ts";
import { RecordHistory } from "../capabilities/audit/index.ts";
import { LeadRecord } from "../capabilities/leads/index.ts";
import { ConvertLead } from "../capabilities/opportunities/index.ts";
import { RecordTimeline } from "../capabilities/timeline/index.ts";
import { RecordCentre } from "../platform/record/RecordCentre.tsx";

/** `/leads/$leadId` */
export function LeadPage() {
  const { leadId = "" } = useParams({ strict: false }) as { leadId?: string };
  return (
    <LeadRecord
      key={leadId}
      leadId={leadId}
      timeline={
        <RecordCentre
          story={
            <RecordTimeline object="lead" recordId={leadId} acts={<LogActivity object="lead" recordId={leadId} />} />
          }
          changes={<RecordHistory object="lead" recordId={leadId} />}
        />
      }
      renderConvert={(lead) => <ConvertLead lead={lead} />}
    />
  );
}
