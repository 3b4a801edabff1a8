import { sql } from "kysely";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import type { Meeting } from "../../../platform/homes/homes.ts";
import type { MergeField, TakenValues } from "../domain/choose-values.ts";

export interface NewMerge {
  readonly survivorId: string;
  readonly mergedId: string;
  readonly taken: TakenValues;
  readonly met: readonly Meeting[];
}

export async function insertMerge({ client, newId, now }: Context, merge: NewMerge): Promise<string> {
  const id = newId();
  await client.query(
    "insert into contact_merge (id, survivor_id, merged_id, at, taken, met) values ($1, $2, $3, $4, $5, $6)",
    [id, merge.survivorId, merge.mergedId, now, JSON.stringify(merge.taken), JSON.stringify(merge.met)],
  );
  return id;
}

export async function insertMergeEnd({ client, newId, now }: Context, mergeId: string): Promise<void> {
  await client.query("insert into contact_merge_end (id, merge_id, at) values ($1, $2, $3)", [newId(), mergeId, now]);
}

export interface StoredMerge {
  readonly id: string;
  readonly operationId: string;
  readonly survivorId: string;
  readonly mergedId: string;
  readonly taken: TakenValues;
  readonly met: readonly Meeting[];
  readonly ended: boolean;
}

const MERGE = sql`
  m.id, m.operation_id as "operationId", m.survivor_id as "survivorId", m.merged_id as "mergedId", m.taken, m.met,
  exists (select from contact_merge_end as e where e.merge_id = m.id) as ended
  from contact_merge as m`;

/** The merge by which a contact goes on as another now. */
export async function findMergeOf({ tx }: Pick<ReadContext, "tx">, mergedId: string): Promise<StoredMerge | undefined> {
  const { rows } = await sql<StoredMerge>`
    select ${MERGE}
    where m.merged_id = ${mergedId}::uuid
      and not exists (select from contact_merge_end as e where e.merge_id = m.id)`.execute(tx);
  return rows[0];
}

/** The merges of an operation. */
export async function findMergesOfOperation(
  { tx }: Pick<ReadContext, "tx">,
  operationId: string,
): Promise<StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    select ${MERGE} where m.operation_id = ${operationId}::uuid order by m.id`.execute(tx);
  return rows;
}

/** All merges into these contacts, the newest first. */
export async function findMergesInto(
  { tx }: Pick<ReadContext, "tx">,
  survivorIds: readonly string[],
): Promise<StoredMerge[]> {
  const { rows } = await sql<StoredMerge>`
    select ${MERGE}
    where m.survivor_id = any(${[...survivorIds]}::uuid[])
    order by m.at desc, m.id desc`.execute(tx);
  return rows;
}

export interface ListedMerge {
  readonly contactId: string;
  readonly name: string | null;
  readonly intoId: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly personName: string | null;
}

/** All rows that gave way in merges whose survivor or merged side is among these contacts, the earliest first. */
export async function findMeetings(
  { client }: Pick<Context, "client">,
  contactIds: readonly string[],
): Promise<Meeting[]> {
  const { rows } = await client.query<{ met: Meeting[] }>(
    `select met from contact_merge
     where survivor_id = any($1::uuid[]) or merged_id = any($1::uuid[])
     order by at, id`,
    [contactIds],
  );
  return rows.flatMap(({ met }) => met);
}

/** When each fact of these contacts was written: by the last operation that changed it, else by the one that made them. */
export async function readWritingTimes(
  { tx }: Pick<ReadContext, "tx">,
  contactIds: readonly string[],
  columns: Readonly<Record<MergeField, string>>,
): Promise<Map<string, Map<string, number>>> {
  const names = Object.values(columns);
  const { rows } = await sql<{ id: string; name: string; at: Date }>`
    select c.id, f.name, coalesce(
      (select max(w.at) from published.change as w where w.table_name = 'contact' and w.row_id = c.id and w.after ? f.name),
      (select i.valid_from from published.identifier as i
       where i.kind = 'record' and i.value = c.id::text and i.home_contact_id = c.id limit 1)) as at
    from published.contact as c
    cross join unnest(${names}::text[]) as f (name)
    where c.id = any(${[...contactIds]}::uuid[])`.execute(tx);
  const times = new Map<string, Map<string, number>>();
  for (const { id, name, at } of rows) {
    const ofContact = times.get(id) ?? new Map<string, number>();
    times.set(id, ofContact.set(name, at?.getTime() ?? 0));
  }
  return times;
}

/** The living merges below a contact, by any number of steps, the newest first; who did each. */
export async function listMergesBelow({ tx }: Pick<ReadContext, "tx">, contactId: string): Promise<ListedMerge[]> {
  const { rows } = await sql<ListedMerge>`
    with recursive below as (
      select m.id, m.survivor_id, m.merged_id, m.at, m.operation_id
      from contact_merge as m
      where m.survivor_id = ${contactId}::uuid
        and not exists (select from contact_merge_end as e where e.merge_id = m.id)
      union all
      select m.id, m.survivor_id, m.merged_id, m.at, m.operation_id
      from contact_merge as m
      join below on below.merged_id = m.survivor_id
      where not exists (select from contact_merge_end as e where e.merge_id = m.id)
    )
    select below.merged_id as "contactId", c.name, below.survivor_id as "intoId", below.at, p.id as "personId", p.name as "personName"
    from below
    join published.contact as c on c.id = below.merged_id
    join published.operation as o on o.id = below.operation_id
    left join published.person as p on p.id = o.actor_id and o.actor_kind = 'person'
    order by below.at desc, below.id desc`.execute(tx);
  return rows;
}
