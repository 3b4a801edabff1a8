import type { AssignmentPreview } from "@tongzhou/contract/assignment";
import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { Viewing } from "../access/acting.ts";
import { scopePredicate } from "../access/scope-predicate.ts";
import type { RowChoice } from "./choose-ids.ts";
import { chooseRows } from "./choose-rows.ts";
import type { Calendar, Choice } from "./choose-rows.ts";
import type { ListDefinition } from "./list-definition.ts";

/** What decides about a row that is given to somebody. */
export interface AssignedRows {
  readonly owner: RawBuilder<unknown>;
  /** The kind of pool it waits in; left out where records have none. */
  readonly pool?: RawBuilder<unknown>;
  readonly alreadyTheirs: RawBuilder<SqlBool>;
  readonly ended?: RawBuilder<SqlBool>;
}

interface Counted {
  readonly ownerId: string | null;
  readonly pool: AssignmentPreview["moves"][number]["pool"];
  readonly because: AssignmentPreview["stays"][number]["because"] | null;
  readonly count: number;
}

/**
 * What giving the chosen rows to somebody would do for this viewer: the rows they may read are counted by what would become
 * of them, and named ones that they may not even read count as not allowed, like those they may only read.
 */
export async function previewAssignment<Row extends { id: string }>(
  list: ListDefinition<Row>,
  choice: RowChoice,
  rows: AssignedRows,
  viewing: Viewing,
  calendar: Calendar,
): Promise<AssignmentPreview> {
  const everything: Choice = { filter: { combinator: "and", rules: [] }, search: "" };
  const where = chooseRows(list, "all" in choice ? choice.all : everything, viewing, calendar);
  const ids = "ids" in choice ? [...new Set(choice.ids)] : null;
  const named = ids === null ? sql`` : sql`and ${sql.ref(`${list.alias}.id`)} = any(${ids}::uuid[])`;
  const counted = await sql<Counted>`
    select
      ${rows.owner} as "ownerId",
      ${rows.pool ?? sql`null`} as pool,
      case
        when (${scopePredicate(viewing.viewer, list.object, "assign", list.alias)}) is not true then 'not_allowed'
        when ${rows.alreadyTheirs} then 'already_theirs'
        when ${rows.ended ?? sql`false`} then 'ended'
      end as because,
      count(*)::int as count
    from ${list.from}
    where ${where} ${named}
    group by 1, 2, 3
    order by 4 desc, 1, 2`.execute(viewing.tx);
  const unseen = ids === null ? 0 : ids.length - counted.rows.reduce((sum, { count }) => sum + count, 0);
  const { people } = viewing.viewer.snapshot;
  return {
    moves: counted.rows
      .filter(({ because }) => because === null)
      .map(({ ownerId, pool, count }) => ({
        ownerId,
        ownerName: ownerId === null ? null : (people.get(ownerId)?.name ?? null),
        pool,
        count,
      })),
    stays: staysOf(counted.rows, unseen),
  };
}

function staysOf(rows: readonly Counted[], unseen: number): AssignmentPreview["stays"] {
  const counts = new Map<NonNullable<Counted["because"]>, number>();
  if (unseen > 0) counts.set("not_allowed", unseen);
  for (const { because, count } of rows) if (because !== null) counts.set(because, (counts.get(because) ?? 0) + count);
  return [...counts].map(([because, count]) => ({ because, count })).toSorted((a, b) => b.count - a.count);
}
