import type { CustomField, FieldObject } from "@tongzhou/contract/fields";
import { sql } from "kysely";
import type { RawBuilder } from "kysely";
import type { Viewing } from "../../../platform/access/acting.ts";
import { fieldReach } from "../../../platform/access/field-access.ts";
import { reachPredicate } from "../../../platform/access/scope-predicate.ts";
import type { Viewer } from "../../../platform/access/viewer.ts";
import { houseFieldName } from "../../../platform/custom-fields/house-field.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";
import { columnOfKind } from "../domain/value-columns.ts";
import type { FieldKind, ValueColumns } from "../domain/value-columns.ts";
import { RECORD_OBJECTS } from "../fields.access.ts";

const VALUE = sql`
  v.text_value, v.long_value, v.number_value::float8 as number_value, v.amount, v.currency, v.day, v.code, v.codes, v.yes,
  v.person_id, v.linked_contact_id, v.linked_account_id, v.linked_lead_id, v.linked_opportunity_id, v.linked_campaign_id`;

/** A value with the row it stands in. */
export interface StoredValue extends ValueColumns {
  readonly id: string;
  readonly recordId: string;
  readonly fieldId: string;
  /** Whether this viewer may read it on this record; else it is masked. */
  readonly readable: boolean;
  readonly verifiedBy: string | null;
  readonly verifiedAt: Date | null;
}

const columnOf = (object: FieldObject): RawBuilder<unknown> => sql.ref(`v.${object}_id`);

/** What records have in these fields, with whether the viewer may read each. */
export async function findValues(
  { tx, viewer }: Pick<Viewing, "tx" | "viewer">,
  object: FieldObject,
  recordIds: readonly string[],
  fields: readonly Pick<CustomField, "id" | "sensitive">[],
): Promise<StoredValue[]> {
  const { rows } = await sql<StoredValue>`
    select
      v.id, ${columnOf(object)} as "recordId", v.field_id as "fieldId",
      ${readable(viewer, object, fields)} as readable, v.verified_by as "verifiedBy", v.verified_at as "verifiedAt", ${VALUE}
    from custom_value as v
    join ${sql.ref(`published.${object}`)} as ${sql.ref(object)} on ${sql.ref(`${object}.id`)} = ${columnOf(object)}
    where ${columnOf(object)} = any(${[...recordIds]}::uuid[]) and v.field_id = any(${fields.map(({ id }) => id)}::uuid[])`.execute(
    tx,
  );
  return rows;
}

function readable(
  viewer: Viewer,
  object: FieldObject,
  fields: readonly Pick<CustomField, "id" | "sensitive">[],
): RawBuilder<unknown> {
  const sensitive = fields.filter((field) => field.sensitive);
  if (sensitive.length === 0) return sql`true`;
  const access = RECORD_OBJECTS[object];
  const cases = sensitive.map(({ id }) => {
    const reach = fieldReach(viewer, access, houseFieldName(id), "read");
    return sql`when ${id}::uuid then (${reachPredicate(reach, access.belonging, object)}) is true`;
  });
  return sql`case v.field_id ${sql.join(cases, sql` `)} else true end`;
}

/** The row that each of these fields has on a record, locked for a change. */
export const lockValues = (
  context: Context,
  object: FieldObject,
  recordId: string,
  fieldIds: readonly string[],
): Promise<StoredValue[]> => lockValuesOfMany(context, object, [recordId], fieldIds);

/** The same of many records. */
export async function lockValuesOfMany(
  { tx }: Context,
  object: FieldObject,
  recordIds: readonly string[],
  fieldIds: readonly string[],
): Promise<StoredValue[]> {
  const { rows } = await sql<StoredValue>`
    select v.id, ${columnOf(object)} as "recordId", v.field_id as "fieldId", true as readable,
      v.verified_by as "verifiedBy", v.verified_at as "verifiedAt", ${VALUE}
    from custom_value as v
    where ${columnOf(object)} = any(${[...recordIds]}::uuid[]) and v.field_id = any(${[...fieldIds]}::uuid[])
    order by v.id
    for update of v`.execute(tx);
  return rows;
}

export interface NewValue {
  readonly object: FieldObject;
  readonly recordId: string;
  readonly fieldId: string;
  readonly columns: ValueColumns;
  readonly uniqueKey: string | null;
}

export async function insertValues(context: Context, values: readonly NewValue[]): Promise<void> {
  if (values.length === 0) return;
  await context.tx
    .insertInto("custom_value")
    .values(
      values.map(({ object, recordId, fieldId, columns, uniqueKey }) => ({
        id: context.newId(),
        field_id: fieldId,
        [`${object}_id`]: recordId,
        ...(object === "contact" || object === "account" ? { [`home_${object}_id`]: recordId } : {}),
        ...written(columns),
        unique_key: uniqueKey,
      })),
    )
    .execute();
}

/** Another value in the place of one, which nobody has verified yet. */
export async function updateValue(
  { tx }: Context,
  id: string,
  columns: ValueColumns,
  uniqueKey: string | null,
): Promise<void> {
  await tx
    .updateTable("custom_value")
    .set({ ...written(columns), unique_key: uniqueKey, verified_by: null, verified_at: null })
    .where("id", "=", id)
    .execute();
}

const written = (columns: ValueColumns) => ({ ...columns, codes: columns.codes && [...columns.codes] });

export async function deleteValues({ tx }: Context, ids: readonly string[]): Promise<void> {
  if (ids.length > 0)
    await tx
      .deleteFrom("custom_value")
      .where("id", "in", [...ids])
      .execute();
}

export async function deleteValuesOf(
  { tx }: Context,
  object: FieldObject,
  recordIds: readonly string[],
): Promise<void> {
  await sql`delete from custom_value as v where ${columnOf(object)} = any(${[...recordIds]}::uuid[])`.execute(tx);
}

export async function updateVerified(
  { tx }: Context,
  id: string,
  verified: { readonly by: string; readonly at: Date } | null,
): Promise<void> {
  await tx
    .updateTable("custom_value")
    .set({ verified_by: verified?.by ?? null, verified_at: verified?.at ?? null })
    .where("id", "=", id)
    .execute();
}

/** The record that has this value already, other than the one that is to get it. */
export async function findHolder(
  { tx }: Pick<ReadContext, "tx">,
  object: FieldObject,
  fieldId: string,
  uniqueKey: string,
): Promise<string | undefined> {
  const { rows } = await sql<{ recordId: string }>`
    select ${columnOf(object)} as "recordId" from custom_value as v
    where v.field_id = ${fieldId}::uuid and v.unique_key = ${uniqueKey}`.execute(tx);
  return rows[0]?.recordId;
}

/**
 * Writes or removes the keys of a field that becomes unique or is so no longer.
 * @returns how many values are there twice; when there are any, nothing is written.
 */
export async function keyValues(
  { tx }: Context,
  field: FieldKind & { readonly id: string },
  unique: boolean,
): Promise<number> {
  if (!unique) {
    await sql`update custom_value set unique_key = null where field_id = ${field.id}::uuid and unique_key is not null`.execute(
      tx,
    );
    return 0;
  }
  const key = sql`lower(normalize(${sql.ref(columnOfKind(field))}::text, NFKC))`;
  const { rows } = await sql<{ twice: number }>`
    select count(*) as twice
    from (select from custom_value where field_id = ${field.id}::uuid group by ${key} having count(*) > 1) as t`.execute(
    tx,
  );
  const twice = rows[0]?.twice ?? 0;
  if (twice === 0)
    await sql`update custom_value set unique_key = ${key} where field_id = ${field.id}::uuid`.execute(tx);
  return twice;
}

/** Who emptied a field of a record last, and when. */
export async function lastEmptied(
  { tx }: Context,
  object: FieldObject,
  recordId: string,
  fieldId: string,
): Promise<{ at: Date; actorId: string | null } | undefined> {
  const { rows } = await sql<{ at: Date; actorId: string | null }>`
    select o.at, o.actor_id as "actorId"
    from published.change as c
    join published.operation as o on o.id = c.operation_id
    where c.table_name = 'custom_value' and c.act = 'd'
      and c.before ->> 'field_id' = ${fieldId} and c.before ->> ${sql.lit(`${object}_id`)} = ${recordId}
    order by c.at desc, c.seq desc
    limit 1`.execute(tx);
  return rows[0];
}
