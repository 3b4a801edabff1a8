import type { CreditShare } from "@tongzhou/contract/rights";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { ACCOUNT } from "../../accounts/index.ts";
import { OPPORTUNITY } from "../../opportunities/index.ts";

/** Whose results are shared. */
export interface CreditOf {
  readonly object: "account" | "opportunity";
  readonly id: string;
}

const RECORDS = {
  account: { access: ACCOUNT, from: sql`published.account as account`, accountId: sql`account.id` },
  opportunity: {
    access: OPPORTUNITY,
    from: sql`published.opportunity as opportunity`,
    accountId: sql`opportunity.account_id`,
  },
} as const;

/** The record when the viewer may read it, its account, and whether they may agree on credit for it. */
export async function findCreditRecord(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  { object, id }: CreditOf,
): Promise<{ accountId: string; mayGive: boolean } | undefined> {
  const { access, from, accountId } = RECORDS[object];
  const goesOn: RawBuilder<unknown> = object === "account" ? sql`account.merged_into_id is null` : sql`true`;
  const { rows } = await sql<{ accountId: string; mayGive: boolean }>`
    select ${accountId} as "accountId",
      (${scopePredicate(viewer, access, "assign", object)}) is true and ${goesOn} as "mayGive"
    from ${from}
    where ${sql.ref(`${object}.id`)} = ${id}::uuid and ${scopePredicate(viewer, access, "read", object)}`.execute(tx);
  return rows[0];
}

export interface FoundSplit {
  readonly shares: CreditShare[];
  readonly since: Date;
  readonly until: Date | null;
  readonly givenById: string | null;
  readonly from: { readonly id: string; readonly name: string | null } | null;
}

/** What was agreed on a record, and what is agreed above it now; the nearest first, then the newest. */
export async function findSplits(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  { object, id }: CreditOf,
  accountId: string,
): Promise<FoundSplit[]> {
  const isHere = sql`split.${sql.ref(`${object}_id`)} = ${id}::uuid`;
  const { rows } = await sql<FoundSplit>`
    select
      (
        select jsonb_agg(
          jsonb_build_object('personId', share.person_id, 'percent', share.percent)
          order by share.percent desc, share.person_id
        )
        from credit_share as share
        where share.split_id = split.id
      ) as shares,
      split.since,
      split.until,
      case when given_in.actor_kind = 'person' then given_in.actor_id end as "givenById",
      case when ${isHere} then null else jsonb_build_object(
        'id', above.id,
        'name', case when ${scopePredicate(viewer, ACCOUNT, "read", "above")} then above.name end
      ) end as "from"
    from credit_split as split
    left join published.account_line(${accountId}::uuid) as line on line.id = split.account_id
    left join published.account as above on above.id = split.account_id
    join published.operation as given_in on given_in.id = split.operation_id
    where (${isHere} or split.account_id in (select id from published.account_line(${accountId}::uuid)) and split.until is null)
    order by split.until is not null, not (${isHere}), line.depth, split.until desc, split.id desc`.execute(tx);
  return rows;
}
