import { useParams } from "@tanstack/react-router";
import { LogActivity } from "../capabilities/activities/index.ts";
import { RecordHistory } from "../capabilities/audit/index.ts";
import { AccountRecord } from "../capabilities/accounts/index.ts";
import { PeopleOfAccount } from "../capabilities/contacts/index.ts";
import { LeadsOf } from "../capabilities/leads/index.ts";
import { RecordTimeline } from "../capabilities/timeline/index.ts";
import { RecordCentre } from "../platform/record/RecordCentre.tsx";

/** `/accounts/$accountId` */
export function AccountPage() {
  const { accountId = "" } = useParams({ strict: false }) as { accountId?: string };
  return (
    <AccountRecord
      key={accountId}
      accountId={accountId}
      timeline={
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
      }
      related={
        <>
          <PeopleOfAccount accountId={accountId} />
          <LeadsOf accountId={accountId} />
        </>
      }
    />
  );
}
