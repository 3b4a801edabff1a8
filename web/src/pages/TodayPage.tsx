import { FollowUps, LogActivity } from "../capabilities/activities/index.ts";
import { BoatToday } from "../capabilities/insights/index.ts";
import { LeadToday } from "../capabilities/leads/index.ts";
import { useMay } from "../platform/session/session.ts";

/** `/today`: one's own queue, or how the boat goes for those who have none. */
export function TodayPage() {
  const mayLog = useMay("lead", "edit");
  const mayAssign = useMay("lead", "assign");
  const mayCampaign = useMay("campaign", "edit");
  const mayRead = useMay("lead", "read");
  if (!mayLog && !mayAssign && !mayCampaign && mayRead) return <BoatToday />;
  if (!mayLog) return <LeadToday />;
  return (
    <LeadToday renderLog={(lead) => <LogActivity object="lead" recordId={lead.id} inLine />}>
      <FollowUps />
    </LeadToday>
  );
}
