import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { MergeTree } from "../../../platform/homes/merge-tree.ts";
import type { Meeting, Sides } from "../../../platform/homes/homes.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import type { TakenValues } from "../domain/choose-values.ts";
import type { MergeTables } from "../shapes/mergeable.ts";

export interface NewMerge<Field extends string> extends Sides {
  readonly taken: TakenValues<Field>;
  readonly met: readonly Meeting[];
}

export async function insertMerge<Field extends string>(
  { client, newId, now }: Context,
  { merge: table }: MergeTables,
  merge: NewMerge<Field>,
): Promise<string> {
  const id = newId();
  await client.query(
    `insert into ${table} (id, survivor_id, merged_id, at, taken, met) values ($1, $2, $3, $4, $5, $6)`,
    [id, merge.survivorId, merge.mergedId, now, JSON.stringify(merge.taken), JSON.stringify(merge.met)],
  );
  return id;
}

export async function insertMergeEnd(
  { client, newId, now }: Context,
  { end }: MergeTables,
  mergeId: string,
): Promise<void> {
  await client.query(`insert into ${end} (id, merge_id, at) values ($1, $2, $3)`, [newId(), mergeId, now]);
}

export interface StoredMerge<Field extends string> extends Sides {
  readonly id: string;
  readonly operationId: string;
  readonly taken: TakenValues<Field>;
  readonly met: readonly Meeting[];
  readonly ended: boolean;
}

const merges = ({ merge, end }: MergeTables): RawBuilder<unknown> => sql`
  select
    m.id, m.operation_id as "operationId", m.survivor_id as "survivorId", m.merged_id as "mergedId", m.taken, m.met,
    exists (select from ${sql.table(end)} as e where e.merge_id = m.id) as ended
  from ${sql.table(merge)} as m`;

/** The merge by which a record goes on as another now. */
export async function findMergeOf<Field extends string>(
  { tx }: Pick<ReadContext, "tx">,
  tables: MergeTables,
  mergedId: string,
): Promise<StoredMerge<Field> | undefined> {
  const { rows } = await sql<StoredMerge<Field>>`
    ${merges(tables)}
    where m.merged_id = ${mergedId}::uuid
      and not exists (select from ${sql.table(tables.end)} as e where e.merge_id = m.id)`.execute(tx);
  return rows[0];
}

/** The merges of an operation. */
export async function findMergesOfOperation<Field extends string>(
  { tx }: Pick<ReadContext, "tx">,
  tables: MergeTables,
  operationId: string,
): Promise<StoredMerge<Field>[]> {
  const { rows } = await sql<StoredMerge<Field>>`
    ${merges(tables)} where m.operation_id = ${operationId}::uuid order by m.id`.execute(tx);
  return rows;
}

/** All merges into these records, the newest first. */
export async function findMergesInto<Field extends string>(
  { tx }: Pick<ReadContext, "tx">,
  tables: MergeTables,
  survivorIds: readonly string[],
): Promise<StoredMerge<Field>[]> {
  const { rows } = await sql<StoredMerge<Field>>`
    ${merges(tables)}
    where m.survivor_id = any(${[...survivorIds]}::uuid[])
    order by m.at desc, m.id desc`.execute(tx);
  return rows;
}

/** All rows that gave way in merges whose survivor or merged side is among these records, the earliest first. */
export async function findMeetings(
  { client }: Pick<Context, "client">,
  { merge }: MergeTables,
  ids: readonly string[],
): Promise<Meeting[]> {
  const { rows } = await client.query<{ met: Meeting[] }>(
    `select met from ${merge}
     where survivor_id = any($1::uuid[]) or merged_id = any($1::uuid[])
     order by at, id`,
    [ids],
  );
  return rows.flatMap(({ met }) => met);
}

export interface ListedMerge {
  readonly recordId: string;
  readonly name: string | null;
  readonly intoId: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly personName: string | null;
}

/** The living merges below a record, by any number of steps, the newest first; who did each. */
export async function listMergesBelow(
  { tx }: Pick<ReadContext, "tx">,
  tree: MergeTree,
  { merge, end }: MergeTables,
  recordId: string,
): Promise<ListedMerge[]> {
  const living = sql`not exists (select from ${sql.table(end)} as e where e.merge_id = m.id)`;
  const { rows } = await sql<ListedMerge>`
    with recursive below as (
      select m.id, m.survivor_id, m.merged_id, m.at, m.operation_id
      from ${sql.table(merge)} as m
      where m.survivor_id = ${recordId}::uuid and ${living}
      union all
      select m.id, m.survivor_id, m.merged_id, m.at, m.operation_id
      from ${sql.table(merge)} as m
      join below on below.merged_id = m.survivor_id
      where ${living}
    )
    select below.merged_id as "recordId", r.name, below.survivor_id as "intoId", below.at, p.id as "personId", p.name as "personName"
    from below
    join ${sql.table(`published.${tree}`)} as r on r.id = below.merged_id
    join published.operation as o on o.id = below.operation_id
    left join published.person as p on p.id = o.actor_id and o.actor_kind = 'person'
    order by below.at desc, below.id desc`.execute(tx);
  return rows;
}
