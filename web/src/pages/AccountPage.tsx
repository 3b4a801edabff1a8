import { useParams } from "@tanstack/react-router";
import { LogActivity } from "../capabilities/activities/index.ts";
import { RecordHistory } from "../capabilities/audit/index.ts";
import { AccountRecord } from "../capabilities/accounts/index.ts";
import { PeopleOfAccount } from "../capabilities/contacts/index.ts";
import { FillAccount, useOriginMarks } from "../capabilities/enrichment/index.ts";
import { GroupFigures, GroupScope, GroupTree, useGroupScope } from "../capabilities/groups/index.ts";
import { HouseholdOr } from "../capabilities/households/index.ts";
import { MergedRecords, MergeRecord, UnmergeRecord } from "../capabilities/identity/index.ts";
import { LeadsOf } from "../capabilities/leads/index.ts";
import { OpportunitiesOf } from "../capabilities/opportunities/index.ts";
import { RightsOfAccount } from "../capabilities/rights/index.ts";
import { RecordTimeline } from "../capabilities/timeline/index.ts";
import { RecordCentre } from "../platform/record/RecordCentre.tsx";

/** `/accounts/$accountId` */
export function AccountPage() {
  const { accountId = "" } = useParams({ strict: false }) as { accountId?: string };
  const [scope] = useGroupScope();
  const whole = scope === "whole";
  const marks = useOriginMarks(accountId);
  const timeline = (
    <RecordCentre
      story={
        <RecordTimeline
          object="account"
          recordId={accountId}
          whole={whole}
          acts={<LogActivity object="account" recordId={accountId} />}
        />
      }
      changes={<RecordHistory object="account" recordId={accountId} />}
    />
  );
  return (
    <HouseholdOr key={accountId} accountId={accountId} timeline={timeline}>
      <AccountRecord
        accountId={accountId}
        scope={<GroupScope accountId={accountId} />}
        group={
          <>
            <GroupFigures accountId={accountId} />
            <GroupTree accountId={accountId} />
            <RightsOfAccount accountId={accountId} />
          </>
        }
        timeline={timeline}
        related={
          <>
            <PeopleOfAccount accountId={accountId} whole={whole} />
            <LeadsOf accountId={accountId} whole={whole} />
            <OpportunitiesOf accountId={accountId} whole={whole} />
            <MergedRecords object="account" recordId={accountId} />
          </>
        }
        more={
          <span className="row g8">
            <FillAccount accountId={accountId} />
            <MergeRecord object="account" recordId={accountId} />
          </span>
        }
        besideFact={marks}
        part={<UnmergeRecord object="account" recordId={accountId} />}
      />
    </HouseholdOr>
  );
}
