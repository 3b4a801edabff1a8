import { AccountToday } from "../capabilities/accounts/index.ts";
import { FollowUps, LogActivity } from "../capabilities/activities/index.ts";
import { BoatToday } from "../capabilities/insights/index.ts";
import { FirstSteps, LeadToday } from "../capabilities/leads/index.ts";
import { DealsToPush, NewlyWon } from "../capabilities/opportunities/index.ts";
import { useColleagues } from "../capabilities/people/index.ts";
import { useRulesInForce } from "../capabilities/routing/index.ts";
import { useStandardInForce } from "../capabilities/standards/index.ts";
import { useMay } from "../platform/session/session.ts";

/** `/today`: one's own queue, one's own customers, or how the boat goes for those who have neither. */
export function TodayPage() {
  const mayLog = useMay("lead", "edit");
  const mayAssign = useMay("lead", "assign");
  const mayCampaign = useMay("campaign", "edit");
  const mayRead = useMay("lead", "read");
  const hasCustomers = useMay("account", "edit");
  if (!mayLog && hasCustomers) return <CustomerDay />;
  if (!mayLog && !mayAssign && !mayCampaign && mayRead) return <BoatToday />;
  return mayLog ? <LeadDay /> : <LeadToday />;
}

function LeadDay() {
  const mayDeal = useMay("opportunity", "edit");
  return (
    <LeadToday
      firstSteps={<EmptyHouse />}
      deals={
        mayDeal ? (
          <DealsToPush renderLog={(row) => <LogActivity object="opportunity" recordId={row.id} inLine />} />
        ) : null
      }
      renderLog={(lead, place) => <LogActivity object="lead" recordId={lead.id} inLine={place === "line"} inCard />}
    >
      <FollowUps />
    </LeadToday>
  );
}

function CustomerDay() {
  const mayDeal = useMay("opportunity", "read");
  return (
    <AccountToday renderLog={(account) => <LogActivity object="account" recordId={account.id} inLine />}>
      <FollowUps />
      {mayDeal ? <NewlyWon /> : null}
    </AccountToday>
  );
}

/** Where to begin in a house without leads, with what is done already. */
function EmptyHouse() {
  const people = useColleagues();
  const standard = useStandardInForce();
  const routing = useRulesInForce();
  return (
    <FirstSteps
      done={[
        ...(people ? (["people"] as const) : []),
        ...(standard ? (["standard"] as const) : []),
        ...(routing ? (["routing"] as const) : []),
      ]}
    />
  );
}
