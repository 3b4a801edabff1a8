import type { BothNames, ConditionOptions } from "@tongzhou/contract/condition-fields";
import type { ConditionOperator, ConditionType } from "@tongzhou/contract/condition-operators";
import type { RawBuilder } from "kysely";
import type { AskedValues, ColumnSql, Field, KeyStorage, Money, NumberStorage, Through, ValueSet } from "./field.ts";

/** The columns of a row that hold a value of some type: a renamed or retyped column breaks the build of its field. */
export type ColumnOf<Row, Value> = {
  [Column in keyof Row]-?: NonNullable<Row[Column]> extends Value ? Column : never;
}[keyof Row] &
  string;

/** Where a value comes from: a column of the object's table, or SQL of its own with the same thing said over the row. */
export type ValueSource<Row, Value> =
  | { readonly column: ColumnOf<Row, Value> }
  | { readonly sql: ColumnSql; readonly read: (row: Row) => Value | null | undefined };

interface SpecOf<Type extends ConditionType> {
  readonly type: Type;
  /** `<object>.<name>` */
  readonly id: string;
  /** Message key. */
  readonly label: string;
  /** The operators it offers, in order; all of its type when left out. */
  readonly operators?: readonly ConditionOperator<Type>[];
  /** An index serves it alone. */
  readonly indexed?: boolean;
  readonly names?: BothNames;
  readonly through?: Through;
  readonly retired?: boolean;
}

type TextSpec<Row> = SpecOf<"text"> &
  ValueSource<Row, string> & {
    /** Another column that holds the text folded (`lower(normalize(text, NFKC))`), such as one under a trigram index. */
    readonly foldedColumn?: ColumnOf<Row, string>;
    /**
     * For columns that are stored in one normal form (phone, mailbox, credit code): writes what was asked in that form, and
     * whole values are then compared as they are, under the plain index.
     */
    readonly exact?: (text: string) => string;
  };

type NumberSpec<Row> = SpecOf<"number"> &
  ValueSource<Row, number | string> & {
    readonly storage: NumberStorage;
    readonly minimum?: number;
    readonly maximum?: number;
    /** Message key. */
    readonly unit?: string;
  };

type MoneySpec<Row> = SpecOf<"money"> & { readonly currencies: readonly string[] } & (
    | { readonly amountColumn: ColumnOf<Row, number>; readonly currencyColumn: ColumnOf<Row, string> }
    | {
        readonly amount: ColumnSql;
        readonly currency: ColumnSql;
        readonly read: (row: Row) => Money | null | undefined;
      }
  );

/** `instant` for timestamptz, `day` for date. */
type DateSpec<Row> = SpecOf<"date"> &
  (
    | ({ readonly storage: "instant" } & ValueSource<Row, Date>)
    | ({ readonly storage: "day" } & ValueSource<Row, string>)
  );

type EnumSpec<Row> = SpecOf<"enum"> &
  ValueSource<Row, string> & { readonly options: ConditionOptions; readonly storage?: KeyStorage };

type ManySpec<Row> = SpecOf<"many"> & { readonly options: ConditionOptions; readonly storage?: KeyStorage } & (
    | ValueSource<Row, readonly string[]>
    | { readonly set: ValueSet; readonly read: (row: Row) => readonly string[] | null | undefined }
    | { readonly asked: AskedValues; readonly read: (row: Row) => readonly string[] | null | undefined }
  );

type RelatedSpec<Row> = SpecOf<"related"> & {
  /** The rows, as what follows `from`: `(row) => sql`visit as ${sql.ref(row)}``; may join. */
  readonly from: ColumnSql;
  readonly link: (alias: string, row: string) => RawBuilder<boolean>;
  readonly rows: string;
  readonly fields: readonly Field[];
  /** Which of `fields` (by id) says when a row happened. */
  readonly at?: string;
  readonly read: (row: Row) => readonly unknown[];
};

/** What a capability writes in its `.fields.ts` to publish one field of an object whose rows are `Row`. */
export type FieldSpec<Row> =
  | TextSpec<Row>
  | NumberSpec<Row>
  | MoneySpec<Row>
  | DateSpec<Row>
  | EnumSpec<Row>
  | ManySpec<Row>
  | (SpecOf<"region"> & ValueSource<Row, string>)
  | (SpecOf<"user"> & ValueSource<Row, string> & { readonly storage?: KeyStorage })
  | (SpecOf<"boolean"> & ValueSource<Row, boolean>)
  | RelatedSpec<Row>;
