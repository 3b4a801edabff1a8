import type { LeadStage } from "@tongzhou/contract/lead-stages";
import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import type { MeetingLead } from "../domain/choose-surviving-lead.ts";

interface MeetingRow {
  readonly id: string;
  readonly contactId: string;
  readonly productLineId: string | null;
  readonly stage: LeadStage;
  readonly createdAt: Date;
}

/** Pairs of open leads of one product line, one of each contact. */
export async function findMeetingLeads(
  { client }: Context,
  contactIds: readonly [string, string],
): Promise<(readonly [MeetingLead, MeetingLead])[]> {
  const { rows } = await client.query<MeetingRow>(
    `select id, contact_id as "contactId", product_line_id as "productLineId", stage, captured_at as "createdAt"
     from lead
     where contact_id = any($1::uuid[]) and stage not in ('converted', 'disqualified')
     order by id`,
    [contactIds],
  );
  const asMeeting = ({ id, stage, createdAt }: MeetingRow): MeetingLead => ({
    leadId: id,
    stage,
    createdAt: createdAt.getTime(),
  });
  const [first, second] = contactIds;
  return rows
    .filter(({ contactId }) => contactId === first)
    .flatMap((one) =>
      rows
        .filter((other) => other.contactId === second && other.productLineId === one.productLineId)
        .map((other) => [asMeeting(one), asMeeting(other)] as const),
    );
}

/** How many pairs of open leads of one product line two contacts have. */
export async function countMeetingLeads(
  { tx }: Pick<ReadContext, "tx">,
  [first, second]: readonly [string, string],
): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n
    from lead as a
    join lead as b on b.contact_id = ${second}::uuid and b.product_line_id is not distinct from a.product_line_id
    where a.contact_id = ${first}::uuid
      and a.stage not in ('converted', 'disqualified')
      and b.stage not in ('converted', 'disqualified')`.execute(tx);
  return rows[0]?.n ?? 0;
}

/**
 * Leads of these contacts that gave way to a lead of a contact that is another one now, the oldest of each product line; none
 * where a lead of the line is open on the contact by now, because there is never more than one.
 */
export async function findPartedLeads({ client }: Context, contactIds: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select distinct on (l.contact_id, l.product_line_id) l.id
     from lead as l
     join lead as into_lead on into_lead.id = l.merged_into_id
     where l.contact_id = any($1::uuid[])
       and l.stage = 'disqualified'
       and into_lead.contact_id <> l.contact_id
       and not exists (
         select
         from lead as o
         where o.contact_id = l.contact_id
           and o.product_line_id is not distinct from l.product_line_id
           and o.stage not in ('converted', 'disqualified'))
     order by l.contact_id, l.product_line_id, l.captured_at, l.id`,
    [contactIds],
  );
  return rows.map(({ id }) => id);
}
