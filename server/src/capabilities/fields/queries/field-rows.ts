import type { CustomField, FieldObject } from "@tongzhou/contract/fields";
import { sql } from "kysely";
import type { Kysely } from "kysely";
import type { Tables } from "../../../platform/database/tables.generated.ts";
import type { Context, ReadContext } from "../../../platform/ledger/context.ts";

type Reading = Pick<ReadContext, "tx">;

const COLUMNS = sql`
  f.id, f.object, f.type, f.name, f.name_en as "nameEn", f.help, f.help_en as "helpEn", f.position, f.weight,
  f.required, f.is_unique as "unique", f.sensitive, f.visible_to as "visibleTo", f.options,
  f.linked_object as "linkedObject", f.default_value as "defaultValue", f.archived`;

/** Every field, by object and in its order. */
export async function findFields({ tx }: { readonly tx: Kysely<Tables> }): Promise<CustomField[]> {
  const { rows } = await sql<CustomField>`
    select ${COLUMNS} from custom_field as f order by f.object, f.position, f.id`.execute(tx);
  return rows;
}

/** The fields of one object, in their order. */
export async function findFieldsOf({ tx }: Reading, object: FieldObject): Promise<CustomField[]> {
  const { rows } = await sql<CustomField>`
    select ${COLUMNS} from custom_field as f where f.object = ${object} order by f.position, f.id`.execute(tx);
  return rows;
}

export async function findField({ tx }: Reading, id: string): Promise<CustomField | undefined> {
  const { rows } = await sql<CustomField>`select ${COLUMNS} from custom_field as f where f.id = ${id}::uuid`.execute(
    tx,
  );
  return rows[0];
}

/** The fields of an object, under a lock that lets one change of them through at a time. */
export async function lockFieldsOf(context: Context, object: FieldObject): Promise<CustomField[]> {
  await sql`select pg_advisory_xact_lock(hashtext('custom_field'), hashtext(${object}))`.execute(context.tx);
  return findFieldsOf(context, object);
}

/** How many records have a value, by field; fields without any are left out. */
export async function countUse({ tx }: Reading): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: string; used: number }>`
    select field_id as id, count(*) as used from custom_value group by field_id`.execute(tx);
  return new Map(rows.map(({ id, used }) => [id, used]));
}

/** Whether any record has one of these options. */
export async function isAnyChosen({ tx }: Reading, fieldId: string, optionIds: readonly string[]): Promise<boolean> {
  const { rows } = await sql<{ chosen: boolean }>`
    select exists (
      select from custom_value
      where field_id = ${fieldId}::uuid and (code = any(${[...optionIds]}::text[]) or codes && ${[...optionIds]}::text[])
    ) as chosen`.execute(tx);
  return rows[0]?.chosen === true;
}

export async function insertField({ tx }: Context, field: CustomField): Promise<void> {
  const { id, object, type, position } = field;
  await tx
    .insertInto("custom_field")
    .values({ id, object, type, position, linked_object: field.linkedObject, ...settingsOf(field) })
    .execute();
}

export async function updateField({ tx }: Context, field: CustomField): Promise<void> {
  await tx.updateTable("custom_field").set(settingsOf(field)).where("id", "=", field.id).execute();
}

/** What may change of a field. */
function settingsOf(field: CustomField) {
  const { name, weight, required, sensitive, archived } = field;
  return {
    name,
    name_en: field.nameEn,
    help: field.help,
    help_en: field.helpEn,
    weight,
    required,
    is_unique: field.unique,
    sensitive,
    visible_to: field.visibleTo,
    options: json(field.options),
    default_value: json(field.defaultValue),
    archived,
  };
}

const json = (value: unknown): string | null => (value === null ? null : JSON.stringify(value));

/** Gives each field its place. */
export async function updatePositions({ tx }: Context, ids: readonly string[]): Promise<void> {
  await sql`
    update custom_field as f
    set position = ordered.place - 1
    from unnest(${[...ids]}::uuid[]) with ordinality as ordered (id, place)
    where f.id = ordered.id and f.position <> ordered.place - 1`.execute(tx);
}
