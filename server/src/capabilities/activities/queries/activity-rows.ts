import type { ActivityObject, FollowUp, NewActivity } from "@tongzhou/contract/activities";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import { accessObjectNamed } from "../../../platform/access/access-object.ts";
import { lookPredicate, scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Acting, Viewing } from "../../../platform/access/acting.ts";
import type { Context } from "../../../platform/ledger/context.ts";

/** What an activity is about, as its record says. */
export interface AboutRecord {
  readonly mayEdit: boolean;
  /** Whether they collaborate on it: they may write on it without editing it. */
  readonly helps: boolean;
  readonly contactId: string | null;
  readonly accountId: string | null;
  /** Where that account came from before any merge (R-ID-7). */
  readonly homeAccountId: string | null;
  readonly leadId: string | null;
  readonly opportunityId: string | null;
  readonly productLineId: string | null;
  /** People of the record, of whom one may be named. */
  readonly people: readonly string[];
}

const NONE = sql`null::uuid`;

const RECORDS: Readonly<Record<ActivityObject, { from: RawBuilder<unknown>; select: RawBuilder<unknown> }>> = {
  contact: {
    from: sql`published.contact as contact`,
    select: sql`contact.id as "contactId", ${NONE} as "accountId", ${NONE} as "homeAccountId", ${NONE} as "leadId", ${NONE} as "opportunityId",
      ${NONE} as "productLineId", array[contact.id] as people`,
  },
  lead: {
    from: sql`published.lead as lead`,
    select: sql`lead.contact_id as "contactId", lead.account_id as "accountId", lead.home_account_id as "homeAccountId",
      lead.id as "leadId", ${NONE} as "opportunityId",
      lead.product_line_id as "productLineId", array[lead.contact_id] as people`,
  },
  account: {
    from: sql`published.account as account`,
    select: sql`${NONE} as "contactId", account.id as "accountId", account.id as "homeAccountId", ${NONE} as "leadId", ${NONE} as "opportunityId",
      ${NONE} as "productLineId",
      array(select distinct m.contact_id from published.membership as m where m.account_id = account.id and m.until is null) as people`,
  },
  opportunity: {
    from: sql`published.opportunity as opportunity`,
    select: sql`${NONE} as "contactId", opportunity.account_id as "accountId", opportunity.home_account_id as "homeAccountId", ${NONE} as "leadId",
      opportunity.id as "opportunityId", opportunity.product_line_id as "productLineId",
      array(select c.contact_id from published.opportunity_contact as c where c.opportunity_id = opportunity.id) as people`,
  },
};

/** The record, when the viewer may read it. */
export async function findAbout(
  { tx, viewer }: Pick<Acting, "tx" | "viewer">,
  object: ActivityObject,
  id: string,
): Promise<AboutRecord | undefined> {
  const access = accessObjectNamed(object);
  if (!access) return undefined;
  const { from, select } = RECORDS[object];
  const { rows } = await sql<AboutRecord>`
    select ${scopePredicate(viewer, access, "edit", object)} is true as "mayEdit",
      ${object === "opportunity" ? lookPredicate(viewer, access, object) : sql`false`} is true as helps, ${select}
    from ${from}
    where ${sql.ref(`${object}.id`)} = ${id}::uuid and ${scopePredicate(viewer, access, "read", object)}`.execute(tx);
  return rows[0];
}

/** What our people write hangs on the contact's own record. */
export async function findRecordIdentifier({ tx }: Context, contactId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    select id
    from published.identifier
    where contact_id = ${contactId}::uuid and kind = 'record' and valid_to is null
    order by home_contact_id = ${contactId}::uuid desc, id
    limit 1`.execute(tx);
  return rows[0]?.id;
}

export async function insertActivity(
  { tx, newId, viewer }: Acting,
  { contactId, accountId, homeAccountId, leadId, opportunityId }: AboutRecord,
  { kind, channel, outcome, text, nextOn, nextStep }: NewActivity,
  { at, effective }: { readonly at: Date; readonly effective: boolean },
): Promise<string> {
  const id = newId();
  await tx
    .insertInto("activity")
    .values({
      id,
      kind,
      channel,
      outcome,
      effective,
      text,
      at,
      person_id: viewer.personId,
      contact_id: contactId,
      home_contact_id: contactId,
      account_id: accountId,
      home_account_id: homeAccountId,
      lead_id: leadId,
      opportunity_id: opportunityId,
      next_on: nextOn,
      next_step: nextStep,
    })
    .execute();
  return id;
}

/** More than anybody does in a day; the count says how many there are. */
const MOST_FOLLOW_UPS = 30;

interface FollowUpRow extends Omit<FollowUp, "at"> {
  readonly at: Date;
  readonly count: number;
}

/**
 * Next steps that the viewer said and that are due, of open records, on which nobody has done anything since. What was said
 * last counts: a later activity on the same record takes the place of an earlier one.
 */
export async function findFollowUps(
  { tx, viewer, now }: Viewing,
  timeZone: string,
): Promise<{ today: string; rows: FollowUpRow[] }> {
  const today = sql<string>`(${now.toISOString()}::timestamptz at time zone ${timeZone})::date`;
  const { rows } = await sql<FollowUpRow>`
    select
      a.id as "activityId",
      case when a.opportunity_id is not null then 'opportunity' when a.lead_id is not null then 'lead'
           when a.account_id is not null then 'account' else 'contact' end as object,
      coalesce(a.opportunity_id, a.lead_id, a.account_id, a.contact_id) as "recordId",
      (select name from published.contact where id = a.contact_id) as "contactName",
      (select name from published.account where id = a.account_id) as "accountName",
      o.name as "recordName",
      to_char(a.next_on, 'YYYY-MM-DD') as "nextOn",
      a.next_step as "nextStep",
      a.kind,
      a.channel,
      a.text,
      a.at,
      (count(*) over ())::int as count
    from activity as a
    left join published.lead as l on l.id = a.lead_id
    left join published.opportunity as o on o.id = a.opportunity_id
    where a.person_id = ${viewer.personId}::uuid
      and a.next_on <= ${today}
      and (l.id is null or (l.stage not in ('converted', 'disqualified') and l.owner_id is not distinct from a.person_id)
        or (l.stage in ('raw', 'nurturing', 'qualifying') and l.owner_id is null))
      and (o.id is null or (o.outcome is null and o.owner_id = a.person_id))
      and not exists (
        select
        from activity as later
        where (later.at, later.id) > (a.at, a.id)
          and case
            when a.opportunity_id is not null then later.opportunity_id = a.opportunity_id
            when a.lead_id is not null then later.lead_id = a.lead_id
            when a.account_id is not null then later.account_id = a.account_id
            else later.contact_id = a.contact_id
          end
      )
    order by a.next_on, a.at, a.id
    limit ${MOST_FOLLOW_UPS}`.execute(tx);
  const said = await sql<{ today: string }>`select to_char(${today}, 'YYYY-MM-DD') as today`.execute(tx);
  return { today: said.rows[0]?.today ?? "", rows };
}
