import { sql } from "kysely";
import { fieldReach } from "../../../platform/access/field-access.ts";
import { reachPredicate, scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import { insertNewRows } from "../../../platform/database/insert-rows.ts";
import type { Context } from "../../../platform/ledger/context.ts";
import { CONTACT } from "../contacts.access.ts";

/** A contact with what may be written over, and whether it may. */
export interface OverwrittenContact {
  readonly id: string;
  name: string | null;
  nameSort: string;
  title: string | null;
  regionCode: string | null;
  readonly mayEdit: boolean;
  readonly mayEditJob: boolean;
}

/** Locks contacts that are to be changed, those that were merged left out. @param viewer null: may everything. */
export async function lockToOverwrite(
  { tx }: Pick<Context, "tx">,
  viewer: Viewer | null,
  ids: readonly string[],
): Promise<OverwrittenContact[]> {
  const mayEdit = viewer === null ? sql`true` : scopePredicate(viewer, CONTACT, "edit", "c");
  const mayEditJob =
    viewer === null ? sql`true` : reachPredicate(fieldReach(viewer, CONTACT, "job", "edit"), CONTACT.belonging, "c");
  const { rows } = await sql<OverwrittenContact>`
    select c.id, c.name, c.name_sort as "nameSort", c.title, c.region_code as "regionCode",
      ${mayEdit} as "mayEdit", ${mayEditJob} as "mayEditJob"
    from contact as c
    where c.id = any(${[...ids]}::uuid[]) and c.merged_into_id is null
    order by c.id
    for no key update of c`.execute(tx);
  return rows;
}

/** Writes the contacts as they are now, and the names by which they are found besides. */
export async function writeOver(
  { client, newId }: Context,
  changed: readonly OverwrittenContact[],
  aliases: readonly { readonly contactId: string; readonly name: string }[],
): Promise<void> {
  if (changed.length > 0) {
    await client.query(
      `update contact as c
       set name = f.name, name_sort = f.name_sort, title = f.title, region_code = f.region_code
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[])
         as f (id, name, name_sort, title, region_code)
       where c.id = f.id`,
      [
        changed.map(({ id }) => id),
        changed.map(({ name }) => name),
        changed.map(({ nameSort }) => nameSort),
        changed.map(({ title }) => title),
        changed.map(({ regionCode }) => regionCode),
      ],
    );
  }
  await insertNewRows(
    client,
    "contact_alias",
    { id: "uuid", contact_id: "uuid", home_contact_id: "uuid", name: "text" },
    aliases.map(({ contactId, name }) => ({ id: newId(), contact_id: contactId, home_contact_id: contactId, name })),
  );
}
