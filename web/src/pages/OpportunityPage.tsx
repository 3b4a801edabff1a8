import { useParams } from "@tanstack/react-router";
import { OpportunityRecord } from "../capabilities/opportunities/index.ts";
import { RecordTimeline } from "../capabilities/timeline/index.ts";

/** `/opportunities/$opportunityId`: one opportunity. */
export function OpportunityPage() {
  const { opportunityId = "" } = useParams({ strict: false }) as { opportunityId?: string };
  return (
    <OpportunityRecord
      key={opportunityId}
      opportunityId={opportunityId}
      timeline={<RecordTimeline object="opportunity" recordId={opportunityId} />}
    />
  );
}
