import type { FieldObject } from "@tongzhou/contract/fields";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Acting, Viewing } from "../../../platform/access/acting.ts";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import { RECORD_OBJECTS } from "../fields.access.ts";

/** A record of an object that the viewer may read, and whether they may edit it. */
export interface FoundRecord {
  readonly id: string;
  readonly mayEdit: boolean;
}

/** What has been merged into another record goes on there. */
const GOES_ON: Partial<Record<FieldObject, RawBuilder<boolean>>> = {
  contact: sql<boolean>`contact.merged_into_id is null`,
  account: sql<boolean>`account.merged_into_id is null`,
};

/** How a record is called in words; a lead is called as its contact. */
const NAMES: Record<FieldObject, RawBuilder<string | null>> = {
  contact: sql`contact.name`,
  account: sql`account.name`,
  lead: sql`(select named.name from published.contact as named where named.id = lead.contact_id)`,
  opportunity: sql`opportunity.name`,
  campaign: sql`campaign.name`,
};

/** The record as the viewer may see it; undefined out of their reach. */
export async function findRecord(
  viewing: Pick<Viewing, "tx" | "viewer">,
  object: FieldObject,
  id: string,
): Promise<FoundRecord | undefined> {
  const { rows } = await sql<FoundRecord>`${selected(viewing, object, id)}`.execute(viewing.tx);
  return rows[0];
}

/** The same, locked for a change of its values. */
export async function lockRecord(acting: Acting, object: FieldObject, id: string): Promise<FoundRecord | undefined> {
  await sql`select pg_advisory_xact_lock(hashtext('custom_value'), hashtext(${id}))`.execute(acting.tx);
  // A merge under way holds the record; what it goes on as is asked when that has ended.
  await sql`select from ${sql.ref(`published.${object}`)} as r where r.id = ${id}::uuid for key share of r`.execute(
    acting.tx,
  );
  return findRecord(acting, object, id);
}

function selected({ viewer }: Pick<Viewing, "viewer">, object: FieldObject, id: string): RawBuilder<FoundRecord> {
  const access = RECORD_OBJECTS[object];
  return sql`
    select ${sql.ref(`${object}.id`)} as id,
      (${scopePredicate(viewer, access, "edit", object)}) is true and ${GOES_ON[object] ?? sql`true`} as "mayEdit"
    from ${sql.ref(`published.${object}`)} as ${sql.ref(object)}
    where ${sql.ref(`${object}.id`)} = ${id}::uuid and (${scopePredicate(viewer, access, "read", object)})`;
}

/** What records that the viewer may read are called. */
export async function findNames(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  object: FieldObject,
  ids: readonly string[],
): Promise<Map<string, string | null>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<{ id: string; name: string | null }>`
    select ${sql.ref(`${object}.id`)} as id, ${NAMES[object]} as name
    from ${sql.ref(`published.${object}`)} as ${sql.ref(object)}
    where ${sql.ref(`${object}.id`)} = any(${[...ids]}::uuid[])
      and (${scopePredicate(viewer, RECORD_OBJECTS[object], "read", object)})`.execute(tx);
  return new Map(rows.map(({ id, name }) => [id, name]));
}
