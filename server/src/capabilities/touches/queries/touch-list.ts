import type { TouchRow } from "@tongzhou/contract/touches";
import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { containsText } from "../../../platform/conditions/index.ts";
import { chooseRows } from "../../../platform/lists/choose-rows.ts";
import type { Calendar } from "../../../platform/lists/choose-rows.ts";
import type { ListDefinition } from "../../../platform/lists/list-definition.ts";
import type { Page, PageRequest } from "../../../platform/lists/read-list.ts";
import { behind, cutPage, decodeCursor } from "../../../platform/paging/keyset.ts";
import { Invalid } from "../../../platform/problems/refusal.ts";
import { CONTACT, CONTACT_GOVERNED } from "../../contacts/index.ts";
import type { RecordsNamed } from "../../contacts/index.ts";
import { touchFields } from "../touches.fields.ts";

/** A touch as its statement gives it. */
type StoredTouch = Omit<TouchRow, "at"> & { readonly at: Date; readonly sort_key: string };

const NEWEST_FIRST = "-at";
const ORDERS = [NEWEST_FIRST, "at"];

const nameIn = (view: RawBuilder<unknown>, id: string): RawBuilder<unknown> =>
  sql`(select jsonb_build_object('id', named.id, 'name', named.name) from ${view} as named where named.id = ${sql.ref(id)})`;

const COLUMNS = sql`
  touch.id,
  touch.at,
  touch.kind,
  touch.channel,
  touch.title,
  jsonb_build_object('id', contact.id, 'name', contact.name) as contact,
  (
    select jsonb_build_object('id', a.id, 'name', a.name)
    from published.membership as m
    join published.account as a on a.id = m.account_id
    where m.contact_id = contact.id and m.until is null and a.merged_into_id is null
    order by m.since desc, m.id desc
    limit 1
  ) as account,
  ${nameIn(sql`published.campaign`, "touch.campaign_id")} as campaign,
  ${nameIn(sql`published.product_line`, "touch.product_line_id")} as "productLine"`;

/** The list of touches, under the rights on the contacts who did them. */
export const touchList = (named: RecordsNamed | undefined): ListDefinition<{ id: string }> => ({
  object: CONTACT,
  alias: "contact",
  from: sql`
    touch
    join published.identifier as met_by on met_by.id = touch.identifier_id
    join published.contact as contact on contact.id = met_by.contact_id`,
  select: COLUMNS,
  fields: touchFields,
  governed: CONTACT_GOVERNED,
  sorts: { at: { key: sql`touch.at`, type: "instant" } },
  standardSort: NEWEST_FIRST,
  search: (text) => ofPeopleNamed(text, named),
});

/**
 * The touches of people whose names the text finds, as an array of what they are met by: a condition on the name alone reads
 * every touch (more than 2 s at a million), the array is looked up month by month.
 */
function ofPeopleNamed(text: string, named: RecordsNamed | undefined): RawBuilder<SqlBool> {
  const ids = named?.("contact", text);
  const people = ids
    ? sql`i.contact_id in ${ids}`
    : sql`i.contact_id in (select c.id from published.contact as c where ${containsText(sql`c.name`, text)})`;
  return sql<SqlBool>`touch.identifier_id = any(array(select i.id from published.identifier as i where ${people}))`;
}

/**
 * One page of touches, along the index of their time, which every month of them has. A touch has no page of its own and no
 * index by its id alone, so its details are read with the page and not after it.
 */
export async function readTouches(
  list: ListDefinition<{ id: string }>,
  request: PageRequest,
  viewing: Viewing,
  calendar: Calendar,
): Promise<Page<TouchRow>> {
  const order = request.sort === "" ? list.standardSort : request.sort;
  if (!ORDERS.includes(order))
    throw new Invalid([{ pointer: "/query/sort", code: "field.sort_unknown", params: { allowed: ["at"] } }]);
  const direction = order === NEWEST_FIRST ? "desc" : "asc";
  const where: RawBuilder<unknown>[] = [chooseRows(list, request, viewing, calendar)];
  if (request.cursor !== undefined)
    where.push(behind([sql`touch.at`, sql`touch.id`], decodeCursor(order, request.cursor, 2), direction));
  const turn = sql.raw(direction);
  const { rows } = await sql<StoredTouch>`
    select ${list.select}, touch.at::text as sort_key
    from ${list.from}
    where ${sql.join(where, sql` and `)}
    order by touch.at ${turn}, touch.id ${turn}
    limit ${request.limit + 1}`.execute(viewing.tx);
  const page = cutPage(rows, request.limit, order, ({ sort_key, id }) => [sort_key, id]);
  return {
    ...page,
    rows: page.rows.map(({ sort_key: _key, at, ...touch }) => ({ ...touch, at: at.toISOString() })),
    order,
  };
}
