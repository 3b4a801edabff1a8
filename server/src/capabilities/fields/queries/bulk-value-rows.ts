import type { FieldObject } from "@tongzhou/contract/fields";
import { sql } from "kysely";
import { scopePredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import type { ValueColumns } from "../domain/value-columns.ts";
import { RECORD_OBJECTS } from "../fields.access.ts";
import type { NewValue } from "./value-rows.ts";

/** Which records have these keys of unique fields; one probe of the index each. */
export async function findHoldersOf(
  { tx }: Pick<ReadContext, "tx">,
  object: FieldObject,
  wanted: readonly { readonly fieldId: string; readonly uniqueKey: string }[],
): Promise<{ fieldId: string; uniqueKey: string; recordId: string }[]> {
  const { rows } = await sql<{ fieldId: string; uniqueKey: string; recordId: string }>`
    select v.field_id as "fieldId", v.unique_key as "uniqueKey", ${sql.ref(`v.${object}_id`)} as "recordId"
    from unnest(${wanted.map(({ fieldId }) => fieldId)}::uuid[], ${wanted.map(({ uniqueKey }) => uniqueKey)}::text[]) as w (field_id, unique_key)
    join custom_value as v on v.field_id = w.field_id and v.unique_key = w.unique_key`.execute(tx);
  return rows;
}

/**
 * Locks the values of many records for a change, in the order of their ids, as one record is locked.
 * @returns those that this person may edit. @param viewer null: may everything.
 */
export async function lockRecords(
  { tx }: Pick<Context, "tx">,
  viewer: Viewer | null,
  object: FieldObject,
  ids: readonly string[],
): Promise<Set<string>> {
  const ordered = [...ids].toSorted();
  await sql`
    select pg_advisory_xact_lock(hashtext('custom_value'), hashtext(id))
    from unnest(${ordered}::text[]) with ordinality as w (id, place)
    order by place`.execute(tx);
  const mayEdit = viewer === null ? sql`true` : scopePredicate(viewer, RECORD_OBJECTS[object], "edit", object);
  const { rows } = await sql<{ id: string }>`
    select ${sql.ref(`${object}.id`)} as id
    from ${sql.ref(`published.${object}`)} as ${sql.ref(object)}
    where ${sql.ref(`${object}.id`)} = any(${ordered}::uuid[]) and ${mayEdit}`.execute(tx);
  return new Set(rows.map(({ id }) => id));
}

const COLUMNS = {
  text_value: "text",
  long_value: "text",
  number_value: "numeric",
  amount: "bigint",
  currency: "text",
  day: "date",
  code: "text",
  codes: "text[]",
  yes: "boolean",
  person_id: "uuid",
  linked_contact_id: "uuid",
  linked_account_id: "uuid",
  linked_lead_id: "uuid",
  linked_opportunity_id: "uuid",
  linked_campaign_id: "uuid",
  unique_key: "text",
} as const satisfies Record<keyof ValueColumns | "unique_key", string>;

const NAMES = Object.keys(COLUMNS);
const TYPED = sql.raw(NAMES.map((name) => `${name} ${COLUMNS[name as keyof typeof COLUMNS]}`).join(", "));

/** Writes many new values of one object in one statement. */
export async function insertManyValues(
  context: Context,
  object: FieldObject,
  values: readonly NewValue[],
): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map(({ recordId, fieldId, columns, uniqueKey }) => ({
    id: context.newId(),
    field_id: fieldId,
    record_id: recordId,
    ...columns,
    unique_key: uniqueKey,
  }));
  const homed = object === "contact" || object === "account";
  await sql`
    insert into custom_value (
      id, field_id, ${sql.ref(`${object}_id`)}, ${homed ? sql`${sql.ref(`home_${object}_id`)},` : sql``} ${sql.raw(NAMES.join(", "))}
    )
    select id, field_id, record_id, ${homed ? sql`record_id,` : sql``} ${sql.raw(NAMES.join(", "))}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, field_id uuid, record_id uuid, ${TYPED})`.execute(
    context.tx,
  );
}

/** Writes other values in the place of many, which nobody has verified yet. */
export async function updateManyValues(
  { tx }: Context,
  values: readonly { readonly id: string; readonly columns: ValueColumns; readonly uniqueKey: string | null }[],
): Promise<void> {
  if (values.length === 0) return;
  const rows = values.map(({ id, columns, uniqueKey }) => ({ id, ...columns, unique_key: uniqueKey }));
  await sql`
    update custom_value as v
    set ${sql.raw(NAMES.map((name) => `${name} = n.${name}`).join(", "))}, verified_by = null, verified_at = null
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n (id uuid, ${TYPED})
    where v.id = n.id`.execute(tx);
}
