import type { FieldObject } from "@tongzhou/contract/fields";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { House, ReadContext } from "../../platform/ledger/context.ts";
import { hasOperation } from "../../platform/ledger/has-operation.ts";
import { look } from "../../platform/ledger/look.ts";
import { quietKinds } from "../../platform/ledger/operation-kind.ts";

/** The kind of the operation that begins the loading: from then on passwords that everybody knows are in force. */
export const BEGUN = "demo.begin";

/** The kind of the operation that ends the loading. */
export const LOADED = "demo.load";

export interface WaitingLead {
  readonly id: string;
  readonly ownerId: string | null;
  readonly since: Date;
}

/** Leads in a stage, with who holds them and since when. */
export function findWaiting(house: House, stage: "qualifying" | "assigned" | "sql"): Promise<WaitingLead[]> {
  return look(house, "job", async ({ tx }) => {
    const { rows } = await sql<WaitingLead>`
      select l.id, l.owner_id as "ownerId", e.occurred_at as since
      from published.lead as l
      cross join lateral (
        select occurred_at from published.lifecycle_event where lead_id = l.id order by occurred_at desc, id desc limit 1
      ) as e
      where l.stage = ${stage} and (${stage} <> 'qualifying' or l.pool_kind = 'sdr')
      order by e.occurred_at, l.id`.execute(tx);
    return rows;
  });
}

export interface RunningDeal {
  readonly id: string;
  readonly ownerId: string;
  readonly leadId: string | null;
  readonly stageId: string | null;
  readonly amount: number | null;
  readonly expectedCloseOn: string | null;
  readonly nextStep: string | null;
  readonly nextStepOn: string | null;
  readonly openedAt: Date;
  readonly movedAt: Date;
  readonly contactId: string | null;
  readonly identifierId: string | null;
}

/** Opportunities that are neither won nor lost, each with somebody of the customer and how they are met. */
export function findRunningDeals(house: House): Promise<RunningDeal[]> {
  return look(house, "job", async ({ tx }) => {
    const { rows } = await sql<RunningDeal>`
      select o.id, o.owner_id as "ownerId", o.lead_id as "leadId", o.stage_id as "stageId", o.amount,
        o.expected_close_on as "expectedCloseOn", o.next_step as "nextStep", o.next_step_on as "nextStepOn", o.opened_at as "openedAt",
        coalesce((select max(occurred_at) from published.lifecycle_event where opportunity_id = o.id), o.opened_at) as "movedAt",
        p.contact_id as "contactId",
        (select i.id from published.identifier as i where i.contact_id = p.contact_id and i.kind = 'phone' limit 1) as "identifierId"
      from published.opportunity as o
      left join lateral (
        select contact_id from published.opportunity_contact where opportunity_id = o.id limit 1
      ) as p on true
      where o.outcome is null
      order by o.opened_at, o.id`.execute(tx);
    return rows;
  });
}

/** Records of an object that somebody worked on, in the order in which they came. */
export async function findWorkedOn({ tx }: Pick<ReadContext, "tx">, object: FieldObject): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`${WORKED_ON[object]}`.execute(tx);
  return rows.map(({ id }) => id);
}

const WORKED_ON: Readonly<Record<FieldObject, RawBuilder<unknown>>> = {
  account: sql`select distinct account_id as id from published.opportunity where account_id is not null order by id`,
  contact: sql`select distinct contact_id as id from published.opportunity_contact order by id`,
  lead: sql`select id from published.lead where stage in ('assigned', 'sql', 'converted') order by id`,
  opportunity: sql`select id from published.opportunity order by id`,
  campaign: sql`select id from published.campaign order by id`,
};

/** When the demo was loaded, by the operation that ended it; undefined when none is whole. */
export async function findLoading({ tx }: Pick<ReadContext, "tx">): Promise<{ id: string; at: Date } | undefined> {
  const { rows } = await sql<{ id: string; at: Date }>`
    select id, at from published.operation where kind = ${LOADED} order by at desc, id desc limit 1`.execute(tx);
  return rows[0];
}

/** How many acts of people that changed something began after an operation. */
export async function countActsSince({ tx }: Pick<ReadContext, "tx">, operationId: string): Promise<number> {
  const { rows } = await sql<{ acts: number }>`
    select count(*) as acts
    from published.operation
    where id > ${operationId}::uuid
      and actor_kind = 'person'
      and kind not like 'session.%'
      and not (kind = any(${quietKinds()}))`.execute(tx);
  return rows[0]?.acts ?? 0;
}

/** Whether the demo company lives in this database, whole. */
export function isDemoLoaded(house: House): Promise<boolean> {
  return look(house, "list", (context) => hasOperation(context, LOADED));
}

/** Whether its loading began: then passwords that everybody knows are in force, even where it did not end. */
export function isDemoBegun(house: House): Promise<boolean> {
  return look(house, "list", async (context) => (await hasOperation(context, BEGUN)) || hasOperation(context, LOADED));
}

/** Everybody of the demo who can sign in; null when it is not loaded. */
export async function findDemoPeople(context: Pick<ReadContext, "tx">): Promise<string[] | null> {
  if (!(await hasOperation(context, LOADED))) return null;
  const people = await context.tx
    .selectFrom("published.person")
    .select("id")
    .where("active", "=", true)
    .orderBy("name_sort")
    .orderBy("id")
    .execute();
  return people.flatMap(({ id }) => id ?? []);
}
