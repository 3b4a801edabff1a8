import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Viewing } from "../access/acting.ts";
import { mayFilterBy } from "../access/field-access.ts";
import { behind, cutPage, decodeCursor } from "../paging/keyset.ts";
import type { Direction, KeyValue } from "../paging/keyset.ts";
import { Invalid } from "../problems/refusal.ts";
import { chooseRows } from "./choose-rows.ts";
import type { Calendar, Choice } from "./choose-rows.ts";
import type { ListDefinition, ListSort } from "./list-definition.ts";

export interface PageRequest extends Choice {
  readonly sort: string;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

export interface Page<Row> {
  readonly rows: Row[];
  readonly order: string;
  readonly nextCursor?: string;
}

/**
 * Reads one page of a list under the viewer's rights. The page is chosen by keys alone and its details are joined to those
 * rows only, so the cost does not grow with the width of the row or the depth of the page.
 */
export async function readList<Row extends { id: string }>(
  list: ListDefinition<Row>,
  request: PageRequest,
  viewing: Viewing,
  calendar: Calendar,
): Promise<Page<Row>> {
  const order = request.sort === "" ? list.standardSort : request.sort;
  const { sort, direction } = sortNamed(list, order, viewing);
  const id = sort.id ?? sql.ref(`${list.alias}.id`);
  const where: RawBuilder<unknown>[] = [chooseRows(list, request, viewing, calendar)];
  if (request.cursor !== undefined) {
    where.push(behind([sort.key, id], decodeCursor(order, request.cursor, 2), direction));
  }
  const turn = sql.raw(direction);
  const page = sql<Row & { sort_key: KeyValue }>`
    select ${list.select}, ${cursorKey(sort)} as sort_key
    from ${list.from} ${list.details ?? sql``}
    where ${sql.join(where, sql` and `)}
    order by ${sort.key} ${turn}, ${id} ${turn}
    limit ${request.limit + 1}`;
  const { rows } = await page.execute(viewing.tx);
  return { ...cutPage(rows, request.limit, order, (row) => [row.sort_key, row.id]), order };
}

/** `-captured` → the sort `captured`, descending. @throws Invalid when there is none or the viewer may not sort by it. */
function sortNamed<Row extends { id: string }>(
  list: ListDefinition<Row>,
  order: string,
  { viewer }: Viewing,
): { sort: ListSort; direction: Direction } {
  const descending = order.startsWith("-");
  const sort = list.sorts[descending ? order.slice(1) : order];
  const allowed = Object.keys(list.sorts);
  if (!sort) throw new Invalid([{ pointer: "/query/sort", code: "field.sort_unknown", params: { allowed } }]);
  if (sort.field !== undefined && !mayFilterBy(viewer, list.object, sort.field)) {
    throw new Invalid([{ pointer: "/query/sort", code: "field.sort_masked" }]);
  }
  return { sort, direction: descending ? "desc" : "asc" };
}

/** Instants go into cursors as text with all their milliseconds; a Date would be written the same, but read back untyped. */
function cursorKey(sort: ListSort): RawBuilder<unknown> {
  return sort.type === "instant" ? sql`${sort.key}::text` : sort.key;
}
