import type { TimelineEntry, TimelineObject } from "@tongzhou/contract/timeline";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Viewing } from "../../platform/access/acting.ts";
import { accessObjectNamed } from "../../platform/access/access-object.ts";
import { scopePredicate } from "../../platform/access/scope-predicate.ts";

type Kind = TimelineEntry["kind"];

/** A place in a timeline: entries older than this. */
export interface Before {
  readonly at: string;
  readonly id: string;
}

const VIEW: Readonly<Record<TimelineObject, RawBuilder<unknown>>> = {
  contact: sql`published.contact as contact`,
  lead: sql`published.lead as lead`,
  account: sql`published.account as account`,
  opportunity: sql`published.opportunity as opportunity`,
};

/** Whether the viewer may read this record. */
export async function mayReadRecord({ tx, viewer }: Viewing, object: TimelineObject, id: string): Promise<boolean> {
  const access = accessObjectNamed(object);
  if (!access) return false;
  const { rows } = await sql`
    select from ${VIEW[object]} where ${sql.ref(`${object}.id`)} = ${id} and ${scopePredicate(viewer, access, "read", object)}`.execute(
    tx,
  );
  return rows.length > 0;
}

/** The companies below one that the viewer may read, the one itself included. */
export async function companiesOfGroup({ tx, viewer }: Pick<Viewing, "tx" | "viewer">, id: string): Promise<string[]> {
  const access = accessObjectNamed("account");
  if (!access) return [id];
  const { rows } = await sql<{ id: string }>`
    select account.id
    from published.account_below(array[${id}::uuid]) as below
    join published.account as account on account.id = below.id
    where ${scopePredicate(viewer, access, "read", "account")}`.execute(tx);
  return rows.map((row) => row.id);
}

const oneOf = (ids: readonly string[]): RawBuilder<unknown> => sql`any(${[...ids]}::uuid[])`;

/** The contacts whose touches belong to a record. */
const CONTACTS: Readonly<Record<TimelineObject, (id: string, companies: readonly string[]) => RawBuilder<unknown>>> = {
  contact: (id) => sql`select ${id}::uuid`,
  lead: (id) => sql`select contact_id from published.lead where id = ${id}`,
  account: (_, companies) =>
    sql`select contact_id from published.membership where account_id = ${oneOf(companies)} and until is null`,
  opportunity: (id) => sql`select contact_id from published.opportunity_contact where opportunity_id = ${id}`,
};

/** A lead's touches are those of its product line or of none (architecture: facts hang on identifiers). */
const LINE: Readonly<Record<TimelineObject, (id: string) => RawBuilder<unknown>>> = {
  contact: () => sql`true`,
  account: () => sql`true`,
  lead: (id) =>
    sql`(t.product_line_id is null or t.product_line_id is not distinct from (select product_line_id from published.lead where id = ${id}))`,
  opportunity: (id) =>
    sql`(t.product_line_id is null or t.product_line_id is not distinct from (select product_line_id from published.opportunity where id = ${id}))`,
};

/** What the people of a household are interested in is the household's, whoever it was captured for. */
const LEADS_OF_FAMILY = (id: string): RawBuilder<unknown> => sql`
  select l.id
  from published.account as a
  join published.membership as m on m.account_id = a.id and m.until is null
  join published.lead as l on l.contact_id = m.contact_id
  where a.id = ${id} and a.kind = 'household'`;

/** The moves that belong to a record. */
const MOVES: Readonly<Record<TimelineObject, (id: string, companies: readonly string[]) => RawBuilder<unknown>>> = {
  contact: (id) => sql`e.lead_id in (select id from published.lead where contact_id = ${id})`,
  lead: (id) => sql`e.lead_id = ${id}`,
  account: (id, companies) => sql`(e.lead_id in (select id from published.lead where account_id = ${oneOf(companies)})
    or e.lead_id in (${LEADS_OF_FAMILY(id)})
    or e.opportunity_id in (select id from published.opportunity where account_id = ${oneOf(companies)}))`,
  opportunity: (id) =>
    sql`(e.opportunity_id = ${id} or e.lead_id in (select lead_id from published.opportunity where id = ${id}))`,
};

/** Instants as the contract wants them, and as a cursor keeps them. */
const iso = (column: string) => sql`to_char(${sql.ref(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;

function touchBranch(object: TimelineObject, id: string, companies: readonly string[]): RawBuilder<unknown> {
  return sql`
    select t.id, t.at, jsonb_build_object('kind', 'touch', 'id', t.id, 'at', ${iso("t.at")}, 'touch', t.kind, 'channel', t.channel,
      'title', t.title, 'cameBy', i.kind,
      'campaign', case when c.id is not null then jsonb_build_object('id', c.id, 'name', c.name) end,
      'contact', jsonb_build_object('id', p.id, 'name', p.name)) as entry
    from published.identifier as i
    join published.touch as t on t.identifier_id = i.id
    join published.contact as p on p.id = i.contact_id
    left join published.campaign as c on c.id = t.campaign_id
    where i.contact_id in (${CONTACTS[object](id, companies)}) and ${LINE[object](id)} and not t.details ? 'activityId'`;
}

/** What our people did; an activity on a person belongs to that person's leads and company as well. */
const ACTIVITIES: Readonly<Record<TimelineObject, (id: string, companies: readonly string[]) => RawBuilder<unknown>>> =
  {
    contact: (id) => sql`a.contact_id = ${id}`,
    lead: (id) => sql`(a.lead_id = ${id} or (a.lead_id is null and a.opportunity_id is null
    and a.contact_id = (select contact_id from published.lead where id = ${id})))`,
    account: (id, companies) => sql`(a.account_id = ${oneOf(companies)} or (a.account_id is null
    and a.contact_id in (${CONTACTS.account(id, companies)})))`,
    opportunity: (id) =>
      sql`(a.opportunity_id = ${id} or a.lead_id in (select lead_id from published.opportunity where id = ${id}))`,
  };

function activityBranch(object: TimelineObject, id: string, companies: readonly string[]): RawBuilder<unknown> {
  return sql`
    select a.id, a.at, jsonb_build_object('kind', 'activity', 'id', a.id, 'at', ${iso("a.at")}, 'activity', a.kind, 'channel', a.channel,
      'outcome', a.outcome, 'effective', a.effective, 'text', a.text, 'nextOn', to_char(a.next_on, 'YYYY-MM-DD'),
      'nextStep', a.next_step,
      'contact', case when p.id is not null then jsonb_build_object('id', p.id, 'name', p.name) end,
      'actor', jsonb_build_object('kind', 'person', 'id', a.person_id,
        'name', (select name from published.person where id = a.person_id))) as entry
    from published.activity as a
    left join published.contact as p on p.id = a.contact_id
    where ${ACTIVITIES[object](id, companies)}`;
}

function moveBranch(object: TimelineObject, id: string, companies: readonly string[]): RawBuilder<unknown> {
  return sql`
    select e.id, e.occurred_at as at, jsonb_build_object('kind', 'move', 'id', e.id, 'at', ${iso("e.occurred_at")},
      'subject', case when e.opportunity_id is null then 'lead' else 'opportunity' end,
      'recordId', coalesce(e.opportunity_id, e.lead_id), 'row', e.table_row, 'from', e.from_stage, 'to', e.to_stage,
      'fromOwner', (select name from published.person where id = e.from_owner_id),
      'toOwner', (select name from published.person where id = e.to_owner_id), 'reason', e.reason,
      'actor', jsonb_build_object('kind', e.actor_kind, 'id', e.actor_id,
        'name', (select name from published.person where id = e.actor_id))) as entry
    from published.lifecycle_event as e
    where ${MOVES[object](id, companies)}`;
}

/** What a move writes is told by its move; an edit of nothing else would say the same again. */
const MOVED: Readonly<Record<TimelineObject, readonly string[]>> = {
  lead: ["stage", "owner_id", "pool_id", "pool_kind", "cycle", "nurture_group", "parked_until", "reason"],
  opportunity: ["stage_id", "outcome", "closed_at", "lose_reason", "lose_note"],
  contact: [],
  account: [],
};

/** Edits say which columns changed; values are the audit page's matter, which knows who may see them. */
function editBranch(object: TimelineObject, id: string): RawBuilder<unknown> {
  return sql`
    select o.id, o.at, jsonb_build_object('kind', 'edit', 'id', o.id, 'at', ${iso("o.at")}, 'operation', o.kind, 'operationId', o.id,
      'columns', x.columns, 'actor', jsonb_build_object('kind', o.actor_kind, 'id', o.actor_id,
        'name', (select name from published.person where id = o.actor_id))) as entry
    from (
      select c.operation_id, jsonb_agg(distinct key) as columns
      from published.change as c
      cross join lateral jsonb_object_keys(c.before) as key
      where c.row_id = ${id} and c.table_name = ${object} and c.act = 'u'
        and key <> all(${MOVED[object]}::text[])
      group by c.operation_id
    ) as x
    join published.operation as o on o.id = x.operation_id
    where o.actor_kind = 'person' and o.kind not like 'membership.%'`;
}

/** Whose memberships belong to a record: a person's own, and those in an account. */
const MEMBERSHIPS: Readonly<Record<TimelineObject, (id: string) => RawBuilder<unknown>>> = {
  contact: (id) => sql`m.contact_id = ${id}`,
  account: (id) => sql`m.account_id = ${id}`,
  lead: () => sql`false`,
  opportunity: () => sql`false`,
};

/**
 * Who came into an account and who left it, on the day it was so. What a capture wrote is no event of its own: the touch that
 * named the company is.
 */
function membershipBranch(object: TimelineObject, id: string): RawBuilder<unknown> {
  return sql`
    select m.id, x.at, jsonb_build_object('kind', 'membership', 'id', m.id, 'at', ${iso("x.at")}, 'act', x.act,
      'account', jsonb_build_object('id', a.id, 'name', a.name),
      'contact', jsonb_build_object('id', p.id, 'name', p.name), 'role', m.household_role) as entry
    from published.membership as m
    join published.operation as o on o.id = m.operation_id
    join published.account as a on a.id = m.account_id
    join published.contact as p on p.id = m.contact_id
    cross join lateral (values
      ('began', case when o.kind like 'membership.%' or o.kind like 'household.%' then m.since end),
      ('ended', m.until)
    ) as x (act, at)
    where ${MEMBERSHIPS[object](id)} and x.at is not null`;
}

const BRANCHES = {
  touch: touchBranch,
  activity: activityBranch,
  move: moveBranch,
  edit: editBranch,
  membership: membershipBranch,
} as const;

/** Entries of a record (of an account: of these companies) before a place, the newest first; each source is cut to the page before they are merged. */
export async function readEntries(
  { tx }: Pick<Viewing, "tx">,
  object: TimelineObject,
  id: string,
  companies: readonly string[],
  kinds: readonly Kind[],
  before: Before | null,
  limit: number,
): Promise<TimelineEntry[]> {
  const older = before === null ? sql`true` : sql`(at, id) < (${before.at}::timestamptz, ${before.id}::uuid)`;
  const branches = kinds.map(
    (kind) =>
      sql`(select * from (${BRANCHES[kind](object, id, companies)}) as ${sql.ref(kind)} where ${older} order by at desc, id desc limit ${limit})`,
  );
  const { rows } = await sql<{ entry: TimelineEntry }>`
    select entry from (${sql.join(branches, sql` union all `)}) as entries order by at desc, id desc limit ${limit}`.execute(
    tx,
  );
  return rows.map((row) => row.entry);
}
