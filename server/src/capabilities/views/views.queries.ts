import { sql } from "kysely";
import type { RuleGroup } from "@tongzhou/contract/conditions";
import type { ViewVisibility } from "@tongzhou/contract/views";
import type { Viewing } from "../../platform/access/acting.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { Context } from "../../platform/ledger/context.ts";

export interface StoredView {
  readonly id: string;
  readonly object: string;
  readonly name: string;
  readonly shipped: boolean;
  readonly ownerId: string | null;
  readonly visibility: ViewVisibility;
  readonly filter: RuleGroup;
  readonly columns: string[];
  readonly sort: string;
}

/** The facts of a view that its owner may change, by the names of the contract. */
export type ViewFacts = Pick<StoredView, "name" | "visibility" | "filter" | "columns" | "sort">;

const COLUMNS = sql`
  v.id, v.object, v.name, v.shipped, v.owner_id as "ownerId", v.visibility,
  v.filters as filter, v.columns, coalesce(v.sort ->> 0, '') as sort`;

/** Shipped, one's own, shared with everybody, or with the team that the owner sits in now. */
const within = ({ personId, person }: Viewer) => sql`(
  v.shipped
  or v.owner_id = ${personId}
  or v.visibility = 'everyone'
  or v.visibility = 'team' and v.owner_id in (select p.id from published.person as p where p.team_id = ${person.teamId})
)`;

/** The views of a list that the viewer may use, in their order: shipped ones, then by place and name. */
export async function findViews({ tx, viewer }: Pick<Viewing, "tx" | "viewer">, object: string): Promise<StoredView[]> {
  const { rows } = await sql<StoredView>`
    select ${COLUMNS}
    from saved_view as v
    where v.object = ${object} and ${within(viewer)}
    order by v.shipped desc, v.position, v.name, v.id`.execute(tx);
  return rows;
}

/** One view that the viewer may use; `lock` for a change. */
export async function findView(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  id: string,
  lock = false,
): Promise<StoredView | undefined> {
  const { rows } = await sql<StoredView>`
    select ${COLUMNS}
    from saved_view as v
    where v.id = ${id} and ${within(viewer)}
    ${lock ? sql`for update of v` : sql``}`.execute(tx);
  return rows[0];
}

export async function insertView(
  { tx }: Context,
  view: Omit<StoredView, "shipped" | "ownerId"> & { readonly ownerId: string },
): Promise<void> {
  await tx
    .insertInto("saved_view")
    .values({
      id: view.id,
      object: view.object,
      owner_id: view.ownerId,
      ...columnsOf(view),
      name: view.name,
      filters: JSON.stringify(view.filter),
      position: sql`(select coalesce(max(position), 0) + 1 from saved_view where object = ${view.object} and owner_id = ${view.ownerId})`,
    })
    .execute();
}

export async function updateView({ tx }: Context, id: string, facts: Partial<ViewFacts>): Promise<void> {
  if (Object.keys(facts).length > 0)
    await tx.updateTable("saved_view").set(columnsOf(facts)).where("id", "=", id).execute();
}

function columnsOf({ name, visibility, filter, columns, sort }: Partial<ViewFacts>) {
  return {
    ...(name === undefined ? {} : { name }),
    ...(visibility === undefined ? {} : { visibility }),
    ...(filter === undefined ? {} : { filters: JSON.stringify(filter) }),
    ...(columns === undefined ? {} : { columns: [...columns] }),
    ...(sort === undefined ? {} : { sort: JSON.stringify(sort === "" ? [] : [sort]) }),
  };
}

export async function deleteView({ tx }: Context, id: string): Promise<void> {
  await tx.deleteFrom("saved_view").where("id", "=", id).execute();
}

/** Gives one's own views of a list these places; others are not touched. */
export async function updateOrder(
  { client }: Context,
  {
    object,
    ownerId,
    viewIds,
  }: { readonly object: string; readonly ownerId: string; readonly viewIds: readonly string[] },
): Promise<void> {
  await client.query({
    name: "order-views",
    text: `
      update saved_view as v
      set position = wanted.place
      from unnest($1::uuid[]) with ordinality as wanted (id, place)
      where v.id = wanted.id and v.object = $2 and v.owner_id = $3 and not v.shipped and v.position <> wanted.place`,
    values: [viewIds, object, ownerId],
  });
}
