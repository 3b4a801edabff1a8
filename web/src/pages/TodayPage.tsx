import { lazy, Suspense } from "react";
import { FollowUps, LogActivity } from "../capabilities/activities/index.ts";
import { FirstSteps, LeadToday } from "../capabilities/leads/index.ts";
import { DealsToPush, NewlyWon } from "../capabilities/opportunities/index.ts";
import { useColleagues } from "../capabilities/people/index.ts";
import { useMay } from "../platform/session/session.ts";
import { PhoneTools } from "../platform/shell/PhoneTools.tsx";

// A rep's own queue is there first: what the days of others and an empty house need is fetched by them alone.
const BoatToday = lazy(async () => ({ default: (await import("../capabilities/insights/index.ts")).BoatToday }));
const AccountToday = lazy(async () => ({ default: (await import("../capabilities/accounts/index.ts")).AccountToday }));

/** `/today`: one's own queue, one's own customers, or how the boat goes for those who have neither. */
export function TodayPage() {
  const mayLog = useMay("lead", "edit");
  const mayAssign = useMay("lead", "assign");
  const mayCampaign = useMay("campaign", "edit");
  const mayRead = useMay("lead", "read");
  const hasCustomers = useMay("account", "edit");
  if (!mayLog && hasCustomers)
    return (
      <Suspense fallback={null}>
        <CustomerDay />
      </Suspense>
    );
  if (!mayLog && !mayAssign && !mayCampaign && mayRead)
    return (
      <Suspense fallback={null}>
        <BoatToday acts={<PhoneTools />} />
      </Suspense>
    );
  return mayLog ? <LeadDay /> : <LeadToday acts={<PhoneTools />} />;
}

function LeadDay() {
  const mayDeal = useMay("opportunity", "edit");
  return (
    <LeadToday
      acts={<PhoneTools />}
      firstSteps={
        <Suspense fallback={null}>
          <EmptyHouse />
        </Suspense>
      }
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
    <AccountToday
      acts={<PhoneTools />}
      renderLog={(account) => <LogActivity object="account" recordId={account.id} inLine />}
    >
      <FollowUps />
      {mayDeal ? <NewlyWon /> : null}
    </AccountToday>
  );
}

/** Where to begin in a house without leads, with what is done already. */
const EmptyHouse = lazy(async () => {
  const [{ useStandardInForce }, { useRulesInForce }] = await Promise.all([
    import("../capabilities/standards/index.ts"),
    import("../capabilities/routing/index.ts"),
  ]);
  return {
    default: function EmptyHouseSteps() {
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
    },
  };
});
