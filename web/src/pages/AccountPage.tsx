import { useParams } from "@tanstack/react-router";
import { AccountRecord } from "../capabilities/accounts/index.ts";
import { PeopleOfAccount } from "../capabilities/contacts/index.ts";
import { LeadsOf } from "../capabilities/leads/index.ts";
import { RecordTimeline } from "../capabilities/timeline/index.ts";

/** `/accounts/$accountId` */
export function AccountPage() {
  const { accountId = "" } = useParams({ strict: false }) as { accountId?: string };
  return (
    <AccountRecord
      key={accountId}
      accountId={accountId}
      timeline={<RecordTimeline object="account" recordId={accountId} />}
      related={
        <>
          <PeopleOfAccount accountId={accountId} />
          <LeadsOf accountId={accountId} />
        </>
      }
    />
  );
}
