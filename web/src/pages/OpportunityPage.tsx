import { useParams } from "@tanstack/react-router";
import { LogActivity } from "../capabilities/activities/index.ts";
import { RecordHistory } from "../capabilities/audit/index.ts";
import { FamilyOfDeal } from "../capabilities/households/index.ts";
import { OpportunityRecord } from "../capabilities/opportunities/index.ts";
import { Collaborators, CreditOfDeal } from "../capabilities/rights/index.ts";
import { RecordTimeline } from "../capabilities/timeline/index.ts";
import { RecordCentre } from "../platform/record/RecordCentre.tsx";

/** `/opportunities/$opportunityId`: one opportunity. */
export function OpportunityPage() {
  const { opportunityId = "" } = useParams({ strict: false }) as { opportunityId?: string };
  return (
    <OpportunityRecord
      key={opportunityId}
      opportunityId={opportunityId}
      related={
        <>
          <Collaborators opportunityId={opportunityId} />
          <CreditOfDeal opportunityId={opportunityId} />
          <FamilyOfDeal opportunityId={opportunityId} />
        </>
      }
      timeline={
        <RecordCentre
          story={
            <RecordTimeline
              object="opportunity"
              recordId={opportunityId}
              acts={<LogActivity object="opportunity" recordId={opportunityId} />}
            />
          }
          changes={<RecordHistory object="opportunity" recordId={opportunityId} />}
        />
      }
    />
  );
}
