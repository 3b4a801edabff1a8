import type { HouseholdRole } from "@tongzhou/contract/memberships";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { JobFacts } from "./membership-rows.ts";

/** A membership before anybody's rights; its days are the company's. */
export interface StoredMembership extends JobFacts {
  readonly id: string;
  readonly accountId: string;
  readonly accountName: string;
  readonly accountKind: "company" | "household";
  readonly householdRole: HouseholdRole | null;
  readonly since: string;
  readonly until: string | null;
}

/** A day of the company, as the contract wants it. */
const companyDay = (column: string, timeZone: string): RawBuilder<unknown> =>
  sql`to_char(${sql.ref(column)} at time zone ${timeZone}, 'YYYY-MM-DD')`;

/** A membership `m` in the account `a`, as JSON. */
export const membershipJson = (timeZone: string): RawBuilder<unknown> => sql`
  jsonb_build_object('id', m.id, 'accountId', m.account_id, 'accountName', a.name, 'accountKind', a.kind, 'title', m.title,
    'jobFunction', m.job_function, 'jobLevel', m.job_level, 'householdRole', m.household_role,
    'since', ${companyDay("m.since", timeZone)}, 'until', ${companyDay("m.until", timeZone)})`;
