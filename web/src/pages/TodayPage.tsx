import { FollowUps, LogActivity } from "../capabilities/activities/index.ts";
import { LeadToday } from "../capabilities/leads/index.ts";
import { useMay } from "../platform/session/session.ts";

/** `/today` */
export function TodayPage() {
  const mayLog = useMay("lead", "edit");
  if (!mayLog) return <LeadToday />;
  return (
    <LeadToday renderLog={(lead) => <LogActivity object="lead" recordId={lead.id} inLine />}>
      <FollowUps />
    </LeadToday>
  );
}
