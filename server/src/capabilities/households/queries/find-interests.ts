import type { HouseholdInterest } from "@tongzhou/contract/households";
import { sql } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { LEAD } from "../../leads/index.ts";
import { OPPORTUNITY } from "../../opportunities/index.ts";

const MOST = 50;

/** Leads and opportunities of a household or of anybody who is in it now, as far as the viewer may read them; the newest first. */
export async function findInterests(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  householdId: string,
  contactIds: readonly string[],
): Promise<HouseholdInterest[]> {
  const people = sql`any(${[...contactIds]}::uuid[])`;
  const { rows } = await sql<HouseholdInterest>`
    select kind, id, name, contact, stage, outcome
    from (
      select 'lead' as kind, lead.id, lead.captured_at as at, line.name,
        jsonb_build_object('id', person.id, 'name', person.name) as contact,
        lead.stage, null as outcome
      from published.lead as lead
      join published.contact as person on person.id = lead.contact_id
      left join published.product_line as line on line.id = lead.product_line_id
      where (lead.account_id = ${householdId} or lead.contact_id = ${people}) and lead.merged_into_id is null
        and lead.stage <> 'converted' and ${scopePredicate(viewer, LEAD, "read", "lead")}
      union all
      select 'opportunity', opportunity.id, opportunity.opened_at, opportunity.name,
        (select jsonb_build_object('id', person.id, 'name', person.name)
         from published.opportunity_contact as c
         join published.contact as person on person.id = c.contact_id
         where c.opportunity_id = opportunity.id
         order by c.contact_id = ${people} desc, person.id
         limit 1),
        null, opportunity.outcome
      from published.opportunity as opportunity
      where (opportunity.account_id = ${householdId} or exists (
          select from published.opportunity_contact as c
          where c.opportunity_id = opportunity.id and c.contact_id = ${people}))
        and ${scopePredicate(viewer, OPPORTUNITY, "read", "opportunity")}
    ) as interest
    order by at desc, id desc
    limit ${MOST}`.execute(tx);
  return rows;
}
