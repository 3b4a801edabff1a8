import type { Evidence } from "@tongzhou/contract/opportunity-type";
import { sql } from "kysely";
import type { ReadContext } from "../../../platform/ledger/context.ts";

/**
 * What the system itself has seen of an opportunity (R-OPP-2): a WeChat identifier that one of its people holds, meetings and
 * documents of theirs since the interest began (the lead's capture, else the opening), and the roles that are filled.
 */
export async function readEvidence({ tx }: Pick<ReadContext, "tx">, opportunityId: string): Promise<Set<Evidence>> {
  const { rows } = await sql<{ evidence: Evidence }>`
    with people as (
      select contact_id, role from opportunity_contact where opportunity_id = ${opportunityId}::uuid
    ),
    held as (
      select identifier.id, identifier.kind
      from published.identifier as identifier
      where identifier.contact_id in (select contact_id from people) and identifier.valid_to is null
    ),
    seen as (
      select distinct touch.kind
      from opportunity as o
      left join published.lead as origin on origin.id = o.lead_id
      join published.touch as touch on touch.identifier_id in (select id from held)
      where o.id = ${opportunityId}::uuid
        and touch.kind in ('meeting', 'content_view')
        and touch.at >= least(origin.captured_at, o.opened_at)
        and (touch.product_line_id is null or o.product_line_id is null or touch.product_line_id = o.product_line_id)
    )
    select 'role:' || role as evidence from people
    union
    select 'wechat_identifier' from held where kind like 'wechat%' or kind like 'wecom_external:%'
    union
    select case kind when 'meeting' then 'meeting_held' else 'document_read' end from seen`.execute(tx);
  return new Set(rows.map(({ evidence }) => evidence));
}
