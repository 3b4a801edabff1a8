import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { CampaignCost, CampaignRow, CampaignStatus, CampaignType, CostKind } from "@tongzhou/contract/campaigns";
import { scopePredicate } from "../../platform/access/scope-predicate.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { insertRows } from "../../platform/database/insert-rows.ts";
import type { Context, ReadContext } from "../../platform/ledger/context.ts";
import type { ListDefinition } from "../../platform/lists/list-definition.ts";
import { CAMPAIGN } from "./campaigns.access.ts";
import { campaignFields } from "./campaigns.fields.ts";

const ALIAS = "c";

const SPENT = sql<number>`(
  select coalesce(sum(cost.amount), 0)::bigint
  from campaign_cost as cost
  where cost.campaign_id = c.id and cost.currency = c.currency
)`;

/** What a row of the list shows. The last three decide with the others what is missing to start. */
const ROW_COLUMNS = sql`
  c.id,
  c.name,
  c.type,
  c.status,
  c.product_line_id as "productLineId",
  line.name as "productLineName",
  c.owner_id as "ownerId",
  owner.name as "ownerName",
  c.channel,
  c.goal,
  c.goal_leads as "goalLeads",
  c.budget_amount as "budgetAmount",
  ${SPENT} as "spentAmount",
  c.currency,
  c.starts_on as "startsOn",
  c.ends_on as "endsOn",
  c.call_to_action as "callToAction",
  c.next_step as "nextStep",
  c.next_step_owner_id as "nextStepOwnerId",
  c.next_step_days as "nextStepDays"`;

const DETAILS = sql`
  left join published.product_line as line on line.id = c.product_line_id
  left join published.person as owner on owner.id = c.owner_id`;

export interface FoundCampaign extends Omit<CampaignRow, "missing" | "mayEdit"> {
  readonly callToAction: string | null;
  readonly nextStep: string | null;
  readonly nextStepOwnerId: string | null;
  readonly nextStepDays: number | null;
}

/** `%` and `_` in a search mean themselves. */
const literal = (text: string): string => text.replace(/[\\%_]/g, (character) => `\\${character}`);

export const campaignList: ListDefinition<FoundCampaign> = {
  object: CAMPAIGN,
  alias: ALIAS,
  from: sql`campaign as c`,
  details: DETAILS,
  select: ROW_COLUMNS,
  fields: campaignFields,
  aliases: { campaign: ALIAS },
  sorts: {
    // Drafts without a day come before everything that has one.
    started: { key: sql`coalesce(c.starts_on, 'infinity'::date)`, type: "date" },
    name: { key: sql`c.name_sort`, type: "text" },
    budget: { key: sql`coalesce(c.budget_amount, -1)`, type: "number" },
  },
  standardSort: "-started",
  search: (text) => sql`c.name ilike ${`%${literal(text)}%`}`,
};

/** One campaign that the viewer may read. */
export async function findCampaign(
  { tx }: Pick<ReadContext, "tx">,
  viewer: Viewer,
  id: string,
): Promise<(FoundCampaign & { nextStepOwnerName: string | null }) | undefined> {
  const { rows } = await sql<FoundCampaign & { nextStepOwnerName: string | null }>`
    select ${ROW_COLUMNS}, follower.name as "nextStepOwnerName"
    from campaign as c ${DETAILS}
    left join published.person as follower on follower.id = c.next_step_owner_id
    where c.id = ${id} and ${scopePredicate(viewer, CAMPAIGN, "read", ALIAS)}`.execute(tx);
  return rows[0];
}

const COST_COLUMNS = ["id", "occurred_on as occurredOn", "amount", "currency", "kind", "note"] as const;

/** The costs of a campaign, the newest first. */
export async function findCosts({ tx }: Pick<ReadContext, "tx">, campaignId: string): Promise<CampaignCost[]> {
  const rows = await tx
    .selectFrom("campaign_cost")
    .select(COST_COLUMNS)
    .where("campaign_id", "=", campaignId)
    .orderBy("occurred_on", "desc")
    .orderBy("id", "desc")
    .execute();
  return rows.map((row) => ({ ...row, kind: row.kind as CostKind }));
}

/** Everything about a campaign that people write, by the names of the contract. */
export interface CampaignFacts {
  readonly name: string;
  readonly type: CampaignType;
  readonly productLineId: string | null;
  readonly ownerId: string | null;
  readonly channel: string | null;
  readonly goal: string | null;
  readonly goalLeads: number | null;
  readonly budgetAmount: number | null;
  readonly startsOn: string | null;
  readonly endsOn: string | null;
  readonly callToAction: string | null;
  readonly nextStep: string | null;
  readonly nextStepOwnerId: string | null;
  readonly nextStepDays: number | null;
}

const COLUMN_OF: Readonly<Record<keyof CampaignFacts, string>> = {
  name: "name",
  type: "type",
  productLineId: "product_line_id",
  ownerId: "owner_id",
  channel: "channel",
  goal: "goal",
  goalLeads: "goal_leads",
  budgetAmount: "budget_amount",
  startsOn: "starts_on",
  endsOn: "ends_on",
  callToAction: "call_to_action",
  nextStep: "next_step",
  nextStepOwnerId: "next_step_owner_id",
  nextStepDays: "next_step_days",
};

const FACTS: RawBuilder<unknown> = sql.join(
  Object.entries(COLUMN_OF).map(([name, column]) => sql`${sql.ref(column)} as ${sql.ref(name)}`),
);

export interface LockedCampaign {
  readonly id: string;
  readonly status: CampaignStatus;
  readonly currency: string;
  readonly facts: CampaignFacts;
}

/** Locks campaigns for a change, in the order of their ids; those that do not exist are not among them. */
export async function lockCampaigns({ tx }: Context, ids: readonly string[]): Promise<LockedCampaign[]> {
  const { rows } = await sql<CampaignFacts & { id: string; status: CampaignStatus; currency: string }>`
    select id, status, currency, ${FACTS}
    from campaign
    where id = any(${[...ids]}::uuid[])
    order by id
    for update`.execute(tx);
  return rows.map(({ id, status, currency, ...facts }) => ({ id, status, currency, facts }));
}

export interface NewCampaign extends CampaignFacts {
  readonly id: string;
  readonly nameSort: string;
  readonly currency: string;
}

export async function insertCampaigns({ client }: Context, campaigns: readonly NewCampaign[]): Promise<void> {
  const rows = campaigns.map(({ id, nameSort, currency, ...facts }) => ({
    id,
    name_sort: nameSort,
    currency,
    ...columnsOf(facts),
  }));
  await insertRows<Record<string, unknown>>(
    client,
    "campaign",
    {
      id: "uuid",
      name_sort: "text",
      currency: "text",
      name: "text",
      type: "text",
      product_line_id: "uuid",
      owner_id: "uuid",
      channel: "text",
      goal: "text",
      goal_leads: "int",
      budget_amount: "bigint",
      starts_on: "date",
      ends_on: "date",
      call_to_action: "text",
      next_step: "text",
      next_step_owner_id: "uuid",
      next_step_days: "int",
    },
    rows,
  );
}

function columnsOf(facts: Partial<CampaignFacts>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([, value]) => value !== undefined)
      .map(([name, value]) => [COLUMN_OF[name as keyof CampaignFacts], value]),
  );
}

export async function updateCampaign(
  { tx }: Context,
  id: string,
  facts: Partial<CampaignFacts> & { readonly nameSort?: string },
): Promise<void> {
  const { nameSort, ...changed } = facts;
  const values = { ...columnsOf(changed), ...(nameSort === undefined ? {} : { name_sort: nameSort }) };
  if (Object.keys(values).length > 0) await tx.updateTable("campaign").set(values).where("id", "=", id).execute();
}

/** Drafts begin to run: on their planned day, or on this one. */
export async function setRunning({ tx }: Context, ids: readonly string[], today: string): Promise<void> {
  await sql`
    update campaign
    set status = 'running', starts_on = coalesce(starts_on, ${today}::date)
    where id = any(${[...ids]}::uuid[])`.execute(tx);
}

/** Campaigns end: on their planned day when it has passed, else on this one, but never before they began. */
export async function setEnded({ tx }: Context, ids: readonly string[], today: string): Promise<void> {
  await sql`
    update campaign
    set status = 'ended', ends_on = greatest(starts_on, least(coalesce(ends_on, ${today}::date), ${today}::date))
    where id = any(${[...ids]}::uuid[])`.execute(tx);
}

export async function deleteCampaign({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom("campaign_cost").where("campaign_id", "=", id).execute();
  await tx.deleteFrom("campaign").where("id", "=", id).execute();
}

export interface CostFacts {
  readonly occurredOn: string;
  readonly amount: number;
  readonly kind: CostKind;
  readonly note: string | null;
}

export async function insertCosts(
  { client, newId }: Context,
  costs: readonly (CostFacts & { readonly campaignId: string; readonly currency: string })[],
): Promise<void> {
  await insertRows<Record<string, unknown>>(
    client,
    "campaign_cost",
    {
      id: "uuid",
      campaign_id: "uuid",
      occurred_on: "date",
      amount: "bigint",
      currency: "text",
      kind: "text",
      note: "text",
    },
    costs.map(({ campaignId, occurredOn, ...cost }) => ({
      id: newId(),
      campaign_id: campaignId,
      occurred_on: occurredOn,
      ...cost,
    })),
  );
}

/** Locks a cost of a campaign for a change. */
export async function lockCost({ tx }: Context, campaignId: string, costId: string): Promise<CostFacts | undefined> {
  const row = await tx
    .selectFrom("campaign_cost")
    .select(["occurred_on as occurredOn", "amount", "kind", "note"])
    .where("id", "=", costId)
    .where("campaign_id", "=", campaignId)
    .forUpdate()
    .executeTakeFirst();
  return row && { ...row, kind: row.kind as CostKind };
}

export async function updateCost({ tx }: Context, costId: string, changed: Partial<CostFacts>): Promise<void> {
  const { occurredOn, ...others } = changed;
  const values = { ...others, ...(occurredOn === undefined ? {} : { occurred_on: occurredOn }) };
  if (Object.keys(values).length > 0) {
    await tx.updateTable("campaign_cost").set(values).where("id", "=", costId).execute();
  }
}

export async function deleteCost({ tx }: Context, costId: string): Promise<void> {
  await tx.deleteFrom("campaign_cost").where("id", "=", costId).execute();
}

/** How many campaigns somebody owns, or has the next step of. */
export async function countHeldCampaigns({ tx }: Pick<ReadContext, "tx">, personId: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::int as count
    from campaign
    where owner_id = ${personId}::uuid or next_step_owner_id = ${personId}::uuid`.execute(tx);
  return rows[0]?.count ?? 0;
}

/** Gives the next of them to somebody else, by id. @returns which changed hands. */
export async function giveHeldCampaigns(
  { tx }: Context,
  { fromId, toId, most }: { readonly fromId: string; readonly toId: string; readonly most: number },
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    update campaign
    set
      owner_id = case when owner_id = ${fromId}::uuid then ${toId}::uuid else owner_id end,
      next_step_owner_id = case when next_step_owner_id = ${fromId}::uuid then ${toId}::uuid else next_step_owner_id end
    where id in (
      select id
      from campaign
      where owner_id = ${fromId}::uuid or next_step_owner_id = ${fromId}::uuid
      order by id
      limit ${most}
    )
    returning id`.execute(tx);
  return rows.map(({ id }) => id).toSorted();
}
