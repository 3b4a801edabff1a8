import type { FieldObject } from "@tongzhou/contract/fields";
import { sql } from "kysely";
import type { RawBuilder, SqlBool } from "kysely";
import type { Context } from "../../../platform/ledger/context.ts";
import { NO_VALUE } from "../domain/value-columns.ts";
import type { ValueColumns } from "../domain/value-columns.ts";

/** The type of each column that holds values. */
const TYPES: Record<keyof ValueColumns, string> = {
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
};

const COLUMNS = Object.keys(NO_VALUE) as (keyof ValueColumns)[];

const typed = (columns: ValueColumns, column: keyof ValueColumns): RawBuilder<unknown> => {
  const value = columns[column];
  return sql`${Array.isArray(value) ? [...(value as string[])] : value}::${sql.raw(TYPES[column])}`;
};

const recordOf = (object: FieldObject): RawBuilder<unknown> => sql.ref(`v.${object}_id`);

/** Whether a record of a list has exactly this value in a field; null: none at all. */
export function hasValue(
  object: FieldObject,
  alias: string,
  fieldId: string,
  columns: ValueColumns | null,
): RawBuilder<SqlBool> {
  const theirs = sql`v.field_id = ${fieldId}::uuid and ${recordOf(object)} = ${sql.ref(`${alias}.id`)}`;
  if (columns === null) return sql<SqlBool>`not exists (select from custom_value as v where ${theirs})`;
  const same = COLUMNS.map((column) => sql`${sql.ref(`v.${column}`)} is not distinct from ${typed(columns, column)}`);
  return sql<SqlBool>`exists (select from custom_value as v where ${theirs} and ${sql.join(same, sql` and `)})`;
}

/** Gives many records one value of a field, which nobody has verified yet; null takes it away. */
export async function overwriteValues(
  context: Context,
  object: FieldObject,
  recordIds: readonly string[],
  fieldId: string,
  columns: ValueColumns | null,
): Promise<void> {
  const ids = [...recordIds];
  const { tx, newId } = context;
  if (columns === null) {
    await sql`
      delete from custom_value as v
      where v.field_id = ${fieldId}::uuid and ${recordOf(object)} = any(${ids}::uuid[])`.execute(tx);
    return;
  }
  const sets = COLUMNS.map((column) => sql`${sql.ref(column)} = ${typed(columns, column)}`);
  await sql`
    update custom_value as v
    set ${sql.join(sets)}, unique_key = null, verified_by = null, verified_at = null
    where v.field_id = ${fieldId}::uuid and ${recordOf(object)} = any(${ids}::uuid[])`.execute(tx);
  const home = object === "contact" || object === "account";
  const homeColumn = home ? sql`, ${sql.ref(`home_${object}_id`)}` : sql``;
  await sql`
    insert into custom_value (id, field_id, ${sql.ref(`${object}_id`)}${homeColumn}, ${sql.join(COLUMNS.map((column) => sql.ref(column)))})
    select wanted.value_id, ${fieldId}::uuid, wanted.record_id${home ? sql`, wanted.record_id` : sql``},
      ${sql.join(COLUMNS.map((column) => typed(columns, column)))}
    from unnest(${ids.map(() => newId())}::uuid[], ${ids}::uuid[]) as wanted (value_id, record_id)
    where not exists (
      select from custom_value as v
      where v.field_id = ${fieldId}::uuid and ${recordOf(object)} = wanted.record_id
    )`.execute(tx);
}
