import type { OpportunityRow } from "@tongzhou/contract/opportunities";
import { sql } from "kysely";
import type { SqlBool } from "kysely";
import { lookPredicate, scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import { containsText } from "../../../platform/conditions/index.ts";
import type { ReadContext } from "../../../platform/ledger/context.ts";
import type { AssignedRows } from "../../../platform/lists/preview-assignment.ts";
import type { ListDefinition } from "../../../platform/lists/list-definition.ts";
import { OPPORTUNITY } from "../opportunities.access.ts";
import { opportunityFields } from "../opportunities.fields.ts";

const ALIAS = "o";

/** A row as the statements give it, before it is presented: instants are dates. */
export interface FoundOpportunity extends Omit<
  OpportunityRow,
  "stageSince" | "openedAt" | "closedAt" | "amount" | "mayEdit" | "mayEditAmount"
> {
  readonly amount: number | null;
  readonly stageSince: Date;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** When it came into its stage; the ledger knows. */
const STAGE_SINCE = sql`coalesce(
  (
    select max(e.occurred_at)
    from published.lifecycle_event as e
    where e.opportunity_id = o.id and e.to_stage is distinct from e.from_stage
  ),
  o.opened_at
)`;

const COLUMNS = sql`
  o.id,
  o.name,
  o.type_id as "typeId",
  o.stage_id as "stageId",
  stage.name as "stageName",
  stage.probability,
  stage.usual_days as "usualDays",
  ${STAGE_SINCE} as "stageSince",
  o.account_id as "accountId",
  account.name as "accountName",
  o.lead_id as "leadId",
  o.product_line_id as "productLineId",
  line.name as "productLineName",
  o.owner_id as "ownerId",
  owner.name as "ownerName",
  o.amount,
  o.currency,
  o.expected_close_on as "expectedCloseOn",
  o.next_step as "nextStep",
  o.next_step_on as "nextStepOn",
  o.opened_at as "openedAt",
  o.outcome,
  o.closed_at as "closedAt",
  o.lose_reason as "loseReason",
  foremost.id as "contactId",
  foremost.name as "contactName"`;

const DETAILS = sql`
  left join opportunity_stage as stage on stage.id = o.stage_id
  left join published.product_line as line on line.id = o.product_line_id
  left join published.account as account on account.id = o.account_id
  left join published.person as owner on owner.id = o.owner_id
  left join lateral (
    select contact.id, contact.name
    from opportunity_contact as takes_part
    join published.contact as contact on contact.id = takes_part.contact_id
    where takes_part.opportunity_id = o.id
    order by
      array_position(array['champion', 'decision_maker', 'approver', 'user', 'influencer'], takes_part.role::text) nulls last,
      takes_part.id
    limit 1
  ) as foremost on true`;

export const opportunityList: ListDefinition<FoundOpportunity> = {
  object: OPPORTUNITY,
  alias: ALIAS,
  from: sql`opportunity as o`,
  details: DETAILS,
  select: COLUMNS,
  fields: opportunityFields,
  aliases: { opportunity: ALIAS },
  sorts: {
    opened: { key: sql`o.opened_at`, type: "instant" },
    name: { key: sql`o.name_sort`, type: "text" },
    amount: { key: sql`coalesce(o.amount, -1)`, type: "number", field: "amount" },
    expectedClose: { key: sql`coalesce(o.expected_close_on, 'infinity'::date)`, type: "date" },
    stageSince: { key: STAGE_SINCE, type: "instant" },
  },
  standardSort: "-opened",
  search: (text) => sql`(
    ${containsText(sql`o.name`, text)}
    or exists (
      select from published.account as named where named.id = o.account_id and ${containsText(sql`named.name`, text)}
    )
  )`,
};

/** The running opportunities of one stage. */
export const columnList = (stageId: string): ListDefinition<FoundOpportunity> => ({
  ...opportunityList,
  always: sql`o.stage_id = ${stageId}::uuid and o.outcome is null`,
});

/** One opportunity that the viewer may read. */
export async function findOpportunity(
  { tx }: Pick<ReadContext, "tx">,
  viewer: Viewer,
  id: string,
): Promise<(FoundOpportunity & { loseNote: string | null; helps: boolean }) | undefined> {
  const { rows } = await sql<FoundOpportunity & { loseNote: string | null; helps: boolean }>`
    select ${COLUMNS}, o.lose_note as "loseNote",
      ${lookPredicate(viewer, OPPORTUNITY, ALIAS)} is true as helps
    from opportunity as o ${DETAILS}
    where o.id = ${id} and ${scopePredicate(viewer, OPPORTUNITY, "read", ALIAS)}`.execute(tx);
  return rows[0];
}

/** What decides about an opportunity that is given to somebody. */
export const assignedOpportunities = (toId: string): AssignedRows => ({
  owner: sql`o.owner_id`,
  alreadyTheirs: sql<SqlBool>`o.owner_id is not distinct from ${toId}::uuid`,
});
