import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { partTablesOf } from "../../../platform/ledger/audited-table.ts";
import { quietKinds } from "../../../platform/ledger/operation-kind.ts";
import { behind, cutPage, decodeCursor } from "../../../platform/paging/keyset.ts";
import { OPERATION } from "../audit.access.ts";

const ORDER = "latest";

/** An operation as the ledger keeps it, with what became of it. */
export interface StoredOperation {
  readonly id: string;
  readonly kind: string;
  readonly actorKind: string;
  readonly actorId: string | null;
  readonly at: Date;
  readonly source: string;
  readonly summary: Record<string, unknown>;
  readonly undoesId: string | null;
  readonly undoesKind: string | null;
  readonly followed: number;
  readonly undoneBy: {
    readonly id: string;
    readonly actorKind: string;
    readonly actorId: string | null;
    readonly at: string;
    readonly staying: number;
  } | null;
}

export interface OperationFilter {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
  readonly actorId?: string | undefined;
  readonly bySystem?: boolean | undefined;
  readonly object?: string | undefined;
  readonly kind?: string | undefined;
  readonly text?: string | undefined;
  readonly mine?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

const COLUMNS = sql`
  o.id,
  o.kind,
  o.actor_kind as "actorKind",
  o.actor_id as "actorId",
  o.at,
  o.source,
  o.summary,
  o.undoes_id as "undoesId",
  (select undone.kind from published.operation as undone where undone.id = o.undoes_id) as "undoesKind",
  (
    with recursive scope as (
      select o.id
      union
      select followed.id
      from scope
      cross join lateral (
        select f.id from published.operation as f where f.parent_id = scope.id
        union all
        select f.id from published.operation as f where f.cause_id = scope.id and f.actor_kind <> 'person'
      ) as followed
    )
    select count(*)::int - 1 from scope
  ) as followed,
  (
    select jsonb_build_object(
      'id', u.id,
      'actorKind', u.actor_kind,
      'actorId', u.actor_id,
      'at', to_char(u.at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
      'staying', coalesce((u.summary ->> 'staying')::int, 0))
    from published.operation as u
    where u.undoes_id = o.id
      and not ledger.is_undone(u.id)
    order by u.at desc
    limit 1
  ) as "undoneBy"`;

/** What the viewer may know of: their own, and that of others as far as the grant reaches. */
function within({ viewer }: Viewing): RawBuilder<SqlBool> {
  return sql<SqlBool>`(
    (o.actor_kind = 'person' and o.actor_id = ${viewer.personId}::uuid)
    or (${scopePredicate(viewer, OPERATION, "read", "o")}) is true)`;
}

/**
 * One page of what was done, the latest first. Batches, and what rules did because of it, are folded into what began them;
 * kinds that change no record are left out.
 */
export async function listOperations(viewing: Viewing, filter: OperationFilter) {
  const { rows } = await sql<StoredOperation>`
    with page as materialized (
      select o.*
      from published.operation as o
      where ${sql.join(conditions(viewing, filter), sql` and `)}
      order by o.at desc, o.id desc
      limit ${filter.limit + 1}
    )
    select ${COLUMNS}
    from page as o
    order by o.at desc, o.id desc`.execute(viewing.tx);
  return cutPage(rows, filter.limit, ORDER, (row) => [row.at.toISOString(), row.id]);
}

function conditions(viewing: Viewing, filter: OperationFilter): RawBuilder<unknown>[] {
  const { from, until, actorId, bySystem, object, kind, text, mine, cursor } = filter;
  const where: RawBuilder<unknown>[] = [
    within(viewing),
    sql`o.parent_id is null`,
    sql`(o.cause_id is null or o.actor_kind = 'person')`,
    sql`o.kind <> all(${quietKinds()}::text[])`,
  ];
  if (from !== undefined) where.push(sql`o.at >= ${from}::timestamptz`);
  if (until !== undefined) where.push(sql`o.at < ${until}::timestamptz`);
  if (actorId !== undefined) where.push(sql`o.actor_id = ${actorId}::uuid`);
  if (mine) where.push(sql`o.actor_id = ${viewing.viewer.personId}::uuid`);
  if (bySystem) where.push(sql`o.actor_kind = 'system'`);
  if (kind !== undefined) where.push(sql`o.kind = ${kind}`);
  if (object !== undefined) where.push(touches(object));
  if (text !== undefined && text !== "") where.push(saying(viewing, text));
  if (cursor !== undefined) {
    const [at, id] = decodeCursor(ORDER, cursor, 2);
    where.push(behind([sql`o.at`, sql`o.id`], [String(at), String(id)], "desc"));
  }
  return where;
}

/** By its name, or by rows of the object that it or one of its batches changed. */
function touches(object: string): RawBuilder<SqlBool> {
  const tables = [object, ...partTablesOf(object).map(({ table }) => table)];
  return sql<SqlBool>`(
    starts_with(o.kind, ${`${object}.`}::text)
    or exists (
      select
      from published.change as c
      where c.table_name = any(${tables}::text[])
        and c.operation_id in (
          select o.id
          union all
          select child.id from published.operation as child where child.parent_id = o.id)))`;
}

function saying({ viewer }: Viewing, text: string): RawBuilder<SqlBool> {
  const wanted = text.toLowerCase();
  const people = [...viewer.snapshot.people.values()].filter(({ name }) => name.toLowerCase().includes(wanted));
  return sql<SqlBool>`(
    o.actor_id = any(${people.map(({ id }) => id)}::uuid[])
    or position(${wanted}::text in lower(o.summary::text)) > 0)`;
}

/** One operation that the viewer may know of; undefined when there is none. */
export async function findOperation(viewing: Viewing, operationId: string): Promise<StoredOperation | undefined> {
  const { rows } = await sql<StoredOperation>`
    select ${COLUMNS}
    from published.operation as o
    where o.id = ${operationId}::uuid
      and ${within(viewing)}`.execute(viewing.tx);
  return rows[0];
}
