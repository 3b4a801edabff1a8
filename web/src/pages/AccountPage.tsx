import { useParams } from "@tanstack/react-router";
import { LogActivity } from "../capabilities/activities/index.ts";
import { RecordHistory } from "../capabilities/audit/index.ts";
import { AccountRecord } from "../capabilities/accounts/index.ts";
import { PeopleOfAccount } from "../capabilities/contacts/index.ts";
import { HouseholdOr } from "../capabilities/households/index.ts";
import { LeadsOf } from "../capabilities/leads/index.ts";
import { RecordTimeline } from "../capabilities/timeline/index.ts";
import { RecordCentre } from "../platform/record/RecordCentre.tsx";

/** `/accounts/$accountId` */
export function AccountPage() {
  const { accountId = "" } = useParams({ strict: false }) as { accountId?: string };
  const timeline = (
    <RecordCentre
      story={
        <RecordTimeline
          object="account"
          recordId={accountId}
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
        timeline={timeline}
        related={
          <>
            <PeopleOfAccount accountId={accountId} />
            <LeadsOf accountId={accountId} />
          </>
        }
      />
    </HouseholdOr>
  );
}
