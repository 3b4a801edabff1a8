import type { CustomField } from "@tongzhou/contract/fields";
import { sql } from "kysely";
import { maskWhole } from "../../platform/access/mask-text.ts";
import { fieldsOf } from "../../platform/conditions/index.ts";
import type { Field, FieldSpec } from "../../platform/conditions/index.ts";
import { houseFieldName } from "../../platform/custom-fields/house-field.ts";
import type { HouseField } from "../../platform/custom-fields/house-field.ts";
import { fieldInFile } from "./field-in-file.ts";
import { columnOfKind } from "./domain/value-columns.ts";
import type { ValueColumns } from "./domain/value-columns.ts";

/** A record with its values by field, as the in-memory evaluator is given it. */
export interface RecordWithValues {
  readonly custom: Readonly<Record<string, Partial<ValueColumns>>>;
}

/** Amounts in these can be compared; what a company deals in. */
const CURRENCIES = ["CNY", "USD", "EUR", "HKD", "JPY", "GBP"];

/** Everything that rights and conditions need to know of a field. */
export function houseFieldOf(field: CustomField): HouseField {
  const { id, object, visibleTo, sensitive, archived, name, nameEn } = field;
  return {
    id,
    object,
    visibleTo,
    sensitive,
    archived,
    mask: maskWhole,
    condition: conditionFieldOf(field),
    names: { "zh-CN": name, en: nameEn ?? name },
    sheet: fieldInFile(field),
  };
}

/**
 * What conditions may ask of a field. Its values are rows, so a condition on it asks for a row: an index over field and value
 * serves it, whatever the field, and adding one changes no table.
 */
export function conditionFieldOf(field: CustomField): Field {
  const { id: fieldId, object, name, nameEn, archived } = field;
  const id = `${object}.${houseFieldName(fieldId)}`;
  const common = {
    id,
    label: id,
    names: { zh: name, en: nameEn },
    retired: archived,
    indexed: true,
    through: {
      from: (row: string) => sql`custom_value as ${sql.ref(row)}`,
      link: (alias: string, row: string) =>
        sql<boolean>`${sql.ref(`${row}.${object}_id`)} = ${sql.ref(`${alias}.id`)} and ${sql.ref(`${row}.field_id`)} = ${fieldId}::uuid`,
    },
  };
  return fieldsOf<RecordWithValues>(object)({ ...common, ...askedOf(field) } as FieldSpec<RecordWithValues>);
}

/** The part of a field's specification that its type decides. */
function askedOf(field: CustomField): object {
  const { id, type, options, linkedObject } = field;
  const column = columnOfKind({ type, linkedObject });
  const held = (record: RecordWithValues): Partial<ValueColumns> => record.custom[id] ?? {};
  const plain = {
    sql: (row: string) => sql.ref(`${row}.${column}`),
    read: (record: RecordWithValues) => held(record)[column] ?? null,
  };
  switch (type) {
    case "text":
    case "long":
      return { type: "text", ...plain };
    case "industry":
      return {
        type: "text",
        operators: ["is", "is_not", "any_of", "none_of", "starts_with", "empty", "not_empty"],
        ...plain,
      };
    case "number":
      return { type: "number", storage: "numeric", ...plain };
    case "money":
      return {
        type: "money",
        currencies: CURRENCIES,
        amount: (row: string) => sql.ref(`${row}.amount`),
        currency: (row: string) => sql.ref(`${row}.currency`),
        read(record: RecordWithValues) {
          const { amount = null, currency = null } = held(record);
          return amount === null || currency === null ? null : { amount, currency };
        },
      };
    case "date":
      return { type: "date", storage: "day", ...plain };
    case "boolean":
      return { type: "boolean", ...plain };
    case "user":
      return { type: "user", storage: "uuid", ...plain };
    case "region":
      return { type: "region", ...plain };
    case "link":
      return { type: "enum", storage: "uuid", options: { kind: "source", source: linkedObject ?? "" }, ...plain };
    case "choice":
    case "choices":
      return {
        type: type === "choice" ? "enum" : "many",
        options: {
          kind: "list",
          options: (options ?? []).map((option) => ({
            value: option.id,
            label: option.name,
            names: { zh: option.name, en: option.nameEn },
          })),
        },
        ...plain,
      };
  }
}
