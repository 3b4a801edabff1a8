import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { behind } from "../../../platform/paging/keyset.ts";
import type { KeyValue } from "../../../platform/paging/keyset.ts";
import { ACCOUNT } from "../../accounts/index.ts";

type Looking = Pick<Viewing, "tx" | "viewer">;

/** The companies at and below these, merged ones left out, each with whether the viewer may read it. */
const companiesBelow = ({ viewer }: Pick<Looking, "viewer">, tops: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  select account.id, account.parent_id, (${scopePredicate(viewer, ACCOUNT, "read", "account")}) is true as seen
  from published.account_below(${tops}) as below
  join published.account as account on account.id = below.id
  where account.merged_into_id is null`;

export interface TreeHead {
  readonly path: string[];
  readonly count: number;
  readonly outside: number;
}

/** The way from the top of the group to a company that the viewer may read, and how many companies the group has. */
export async function findTreeHead(looking: Looking, id: string): Promise<TreeHead | undefined> {
  const { rows } = await sql<TreeHead>`
    with line as (select line.id, line.depth from published.account_line(${id}::uuid) as line)
    select
      array(select line.id from line order by line.depth desc) as path,
      counted.count,
      counted.outside
    from (
      select count(*) filter (where in_group.seen)::int as count, count(*) filter (where not in_group.seen)::int as outside
      from (${companiesBelow(looking, sql`array(select line.id from line order by line.depth desc limit 1)`)}) as in_group
    ) as counted
    where ${isReadable(looking, id)}`.execute(looking.tx);
  return rows[0];
}

const isReadable = ({ viewer }: Pick<Looking, "viewer">, id: string) => sql<boolean>`exists (
  select from published.account as account where account.id = ${id}::uuid and ${scopePredicate(viewer, ACCOUNT, "read", "account")}
)`;

/** Whether the viewer may read this company. */
export async function mayReadCompany(looking: Looking, id: string): Promise<boolean> {
  const { rows } = await sql<{ readable: boolean }>`select ${isReadable(looking, id)} as readable`.execute(looking.tx);
  return rows[0]?.readable ?? false;
}

/** What of a tree the viewer sees: what they may read, and what leads from the top to it. */
const visibleBelow = (looking: Pick<Looking, "viewer">, tops: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  with recursive in_group as materialized (${companiesBelow(looking, tops)}),
  visible as (
    select in_group.id, in_group.parent_id from in_group where in_group.seen
    union
    select above.id, above.parent_id from visible join in_group as above on above.id = visible.parent_id
  )
  select visible.id, visible.parent_id from visible`;

export interface TreeChild {
  readonly id: string;
  readonly nameSort: string;
}

/** The companies directly below one that the viewer sees, by name, behind a place. */
export async function listChildIds(
  looking: Looking,
  id: string,
  after: readonly KeyValue[] | undefined,
  limit: number,
): Promise<TreeChild[]> {
  const place = after === undefined ? sql`true` : behind([sql`child.name_sort`, sql`child.id`], after, "asc");
  const { rows } = await sql<TreeChild>`
    select child.id, child.name_sort as "nameSort"
    from published.account as child
    join (${visibleBelow(looking, sql`array[${id}::uuid]`)}) as visible on visible.id = child.id
    where child.parent_id = ${id}::uuid and ${place}
    order by child.name_sort, child.id
    limit ${limit}`.execute(looking.tx);
  return rows;
}

/** How many companies the viewer sees directly below each of these. */
export async function countChildren(looking: Looking, ids: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; count: number }>`
    select visible.parent_id as id, count(*)::int as count
    from (${visibleBelow(looking, sql`${[...ids]}::uuid[]`)}) as visible
    where visible.parent_id = any(${[...ids]}::uuid[])
    group by visible.parent_id`.execute(looking.tx);
  return new Map(rows.map(({ id, count }) => [id, count]));
}
