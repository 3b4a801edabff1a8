import type { BothNames, ConditionOptions } from "@tongzhou/contract/condition-fields";
import type { ConditionType } from "@tongzhou/contract/condition-operators";
import type { RawBuilder } from "kysely";

/**
 * Builds a field's SQL over the alias under which the statement has the row of the field's object: an expression that stands
 * by itself (a column, a call, a subquery in parentheses).
 */
export type ColumnSql = (alias: string) => RawBuilder<unknown>;

/** What a reader may find; a missing value is empty. */
export type Read<Value> = (record: unknown) => Value | null | undefined;

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** How numbers are stored: decides the casts, so that an index on the column serves, and the range that can be asked. */
export type NumberStorage = "int4" | "int8" | "numeric" | "float8";
/** How ids and codes are stored. */
export type KeyStorage = "text" | "uuid";

/** Where a field lives that is no column of its object: in at most one row of another table that belongs to the record. */
export interface Through {
  /** The row, as what follows `from`. */
  readonly from: ColumnSql;
  readonly link: (alias: string, row: string) => RawBuilder<boolean>;
}

interface FieldCommon {
  readonly id: string;
  readonly object: string;
  /** Message key. */
  readonly label: string;
  readonly operators: readonly string[];
  readonly indexed: boolean;
  /** The words of a field that people named themselves. */
  readonly names?: BothNames;
  /** When set, the field's SQL is over that row, and the record has it when the row is there. */
  readonly through?: Through;
  /** Offered no longer; conditions that speak of it go on. */
  readonly retired?: boolean;
}

export interface TextField extends FieldCommon {
  readonly type: "text";
  readonly column: ColumnSql;
  /** The text as conditions compare it (`foldText`): a column that holds it already, or the folding of the column. */
  readonly folded: ColumnSql;
  /** When set, whole values are compared as they are stored, under the column's own index, after this has written the asked one the same way. */
  readonly exact: ((text: string) => string) | undefined;
  readonly read: Read<string>;
}

export interface NumberField extends FieldCommon {
  readonly type: "number";
  readonly column: ColumnSql;
  readonly storage: NumberStorage;
  readonly minimum: number;
  readonly maximum: number;
  /** Message key. */
  readonly unit: string | undefined;
  readonly read: Read<number | string>;
}

export interface MoneyField extends FieldCommon {
  readonly type: "money";
  readonly amount: ColumnSql;
  readonly currency: ColumnSql;
  readonly currencies: readonly string[];
  readonly read: Read<Money>;
}

export interface DateField extends FieldCommon {
  readonly type: "date";
  readonly column: ColumnSql;
  readonly storage: "instant" | "day";
  readonly read: Read<Date | string>;
}

export interface EnumField extends FieldCommon {
  readonly type: "enum";
  readonly column: ColumnSql;
  readonly storage: KeyStorage;
  readonly options: ConditionOptions;
  readonly read: Read<string>;
}

/** Values of related rows: `from` names the rows (and may join), `link` ties them to the record, `value` is what they hold. */
export interface ValueSet {
  readonly from: ColumnSql;
  readonly link: (alias: string, row: string) => RawBuilder<boolean>;
  readonly value: ColumnSql;
}

/**
 * Values that are known by asking for them: a record is among the asked ones or below them, and the statement for "among" runs
 * along an index where listing a record's own values would not.
 */
export interface AskedValues {
  readonly among: (alias: string, keys: RawBuilder<readonly string[]>) => RawBuilder<boolean>;
  readonly any: (alias: string) => RawBuilder<boolean>;
}

export interface ManyField extends FieldCommon {
  readonly type: "many";
  readonly values: { readonly array: ColumnSql } | { readonly set: ValueSet } | { readonly asked: AskedValues };
  readonly storage: KeyStorage;
  readonly options: ConditionOptions;
  readonly read: Read<readonly string[]>;
}

export interface RegionField extends FieldCommon {
  readonly type: "region";
  readonly column: ColumnSql;
  readonly read: Read<string>;
}

export interface UserField extends FieldCommon {
  readonly type: "user";
  readonly column: ColumnSql;
  readonly storage: KeyStorage;
  readonly read: Read<string>;
}

export interface BooleanField extends FieldCommon {
  readonly type: "boolean";
  readonly column: ColumnSql;
  readonly read: Read<boolean>;
}

/** Rows that belong to the record, which conditions may ask for, filter by the rows' own fields, and count. */
export interface RelatedField extends FieldCommon {
  readonly type: "related";
  readonly from: ColumnSql;
  readonly link: (alias: string, row: string) => RawBuilder<boolean>;
  /** The object the rows are; the fields of `fields` are of it. */
  readonly rows: string;
  readonly fields: FieldSet;
  /** When a row happened; without it no span of days can be set. */
  readonly at: DateField | undefined;
  readonly read: Read<readonly unknown[]>;
}

export type Field =
  | TextField
  | NumberField
  | MoneyField
  | DateField
  | EnumField
  | ManyField
  | RegionField
  | UserField
  | BooleanField
  | RelatedField;

export type FieldOf<Type extends ConditionType> = Extract<Field, { type: Type }>;

/** Published fields by id. */
export type FieldSet = ReadonlyMap<string, Field>;

/** Puts the fields of several capabilities together. Throws when two have one id. */
export function fieldSet(...lists: readonly (readonly Field[])[]): FieldSet {
  const fields = new Map<string, Field>();
  for (const field of lists.flat()) {
    if (fields.has(field.id)) throw new Error(`two fields are called ${field.id}`);
    fields.set(field.id, field);
  }
  return fields;
}
