import { CONDITION_OPERATORS } from "@tongzhou/contract/condition-operators";
import { sql } from "kysely";
import type { FieldSpec } from "./field-spec.ts";
import { fieldSet } from "./field.ts";
import type { ColumnSql, Field, Money, NumberStorage, RelatedField, TextField } from "./field.ts";

/** What each storage can hold without losing a digit. */
const NUMBER_RANGE: Record<NumberStorage, readonly [number, number]> = {
  int4: [-(2 ** 31), 2 ** 31 - 1],
  int8: [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  numeric: [-1e15, 1e15],
  float8: [-Number.MAX_VALUE, Number.MAX_VALUE],
};

/**
 * Makes the function by which a capability publishes the fields of one object in its `.fields.ts`:
 * `const field = fieldsOf<Selectable<Lead>>("lead")`, then `field({ id: "lead.stage", type: "enum", column: "stage", … })`.
 * @throws Error when an id does not begin with the object's name, or a related field contradicts itself.
 */
export function fieldsOf<Row extends object>(object: string): (spec: FieldSpec<Row>) => Field {
  return (spec) => defineField<Row>(object, spec);
}

function defineField<Row extends object>(object: string, spec: FieldSpec<Row>): Field {
  if (!spec.id.startsWith(`${object}.`)) throw new Error(`the field ${spec.id} is not one of ${object}`);
  const common = {
    id: spec.id,
    object,
    label: spec.label,
    operators: spec.operators ?? Object.keys(CONDITION_OPERATORS[spec.type]),
    indexed: spec.indexed ?? false,
    ...(spec.names ? { names: spec.names } : {}),
    ...(spec.through ? { through: spec.through } : {}),
    ...(spec.retired === undefined ? {} : { retired: spec.retired }),
  };
  switch (spec.type) {
    case "text":
      return { ...common, ...source(spec), type: spec.type, ...comparison(spec) };
    case "number": {
      const [minimum, maximum] = NUMBER_RANGE[spec.storage];
      return {
        ...common,
        ...source(spec),
        type: spec.type,
        storage: spec.storage,
        minimum: spec.minimum ?? minimum,
        maximum: spec.maximum ?? maximum,
        unit: spec.unit,
      };
    }
    case "money":
      return { ...common, type: spec.type, currencies: spec.currencies, ...moneySource(spec) };
    case "date":
      return { ...common, ...source<Date | string>(spec), type: spec.type, storage: spec.storage };
    case "enum":
      return { ...common, ...source(spec), type: spec.type, options: spec.options, storage: spec.storage ?? "text" };
    case "many": {
      const rest = { ...common, type: spec.type, options: spec.options, storage: spec.storage ?? "text" } as const;
      if ("asked" in spec) return { ...rest, values: { asked: spec.asked }, read: reader(spec.read) };
      if ("set" in spec) return { ...rest, values: { set: spec.set }, read: reader(spec.read) };
      const { column, read } = source<readonly string[]>(spec);
      return { ...rest, values: { array: column }, read };
    }
    case "region":
    case "boolean":
      return spec.type === "region"
        ? { ...common, ...source<string>(spec), type: spec.type }
        : { ...common, ...source<boolean>(spec), type: spec.type };
    case "user":
      return { ...common, ...source(spec), type: spec.type, storage: spec.storage ?? "uuid" };
    case "related":
      return { ...common, type: spec.type, from: spec.from, link: spec.link, rows: spec.rows, ...rowsOf(spec) };
  }
}

interface Source<Value> {
  column: ColumnSql;
  read: (record: unknown) => Value | null | undefined;
}

/** `Row` ends here: behind this line a record is whatever the caller passes to the evaluator under the object's name. */
function source<Value>(
  spec:
    { readonly column: string } | { readonly sql: ColumnSql; readonly read: (row: never) => Value | null | undefined },
): Source<Value> {
  if ("sql" in spec) return { column: spec.sql, read: reader(spec.read) };
  const { column } = spec;
  return { column: columnSql(column), read: reader((row: Record<string, Value | null>) => row[column]) };
}

function reader<Row, Value>(read: (row: Row) => Value | null | undefined): Source<Value>["read"] {
  return (record) => (record === null || record === undefined ? null : read(record as Row));
}

function columnSql(column: string): ColumnSql {
  return (alias) => sql.ref(`${alias}.${column}`);
}

function comparison(
  spec: { readonly foldedColumn?: string; readonly exact?: (text: string) => string } & (
    { readonly column: string } | { readonly sql: ColumnSql }
  ),
): Pick<TextField, "folded" | "exact"> {
  if (spec.foldedColumn !== undefined) return { folded: columnSql(spec.foldedColumn), exact: spec.exact };
  const plain = "sql" in spec ? spec.sql : columnSql(spec.column);
  return { folded: (alias) => sql`lower(normalize(${plain(alias)}, NFKC))`, exact: spec.exact };
}

function moneySource<Row>(
  spec:
    | { readonly amountColumn: string; readonly currencyColumn: string }
    | {
        readonly amount: ColumnSql;
        readonly currency: ColumnSql;
        readonly read: (row: Row) => Money | null | undefined;
      },
): { amount: ColumnSql; currency: ColumnSql; read: (record: unknown) => Money | null | undefined } {
  if ("amount" in spec) return { amount: spec.amount, currency: spec.currency, read: reader(spec.read) };
  const { amountColumn, currencyColumn } = spec;
  const read = (row: Record<string, unknown>): Money | null => {
    const amount = row[amountColumn];
    return amount === null || amount === undefined
      ? null
      : { amount: Number(amount), currency: String(row[currencyColumn]) };
  };
  return { amount: columnSql(amountColumn), currency: columnSql(currencyColumn), read: reader(read) };
}

function rowsOf<Row>(spec: {
  readonly id: string;
  readonly rows: string;
  readonly fields: readonly Field[];
  readonly at?: string;
  readonly read: (row: Row) => readonly unknown[];
}): Pick<RelatedField, "fields" | "at" | "read"> {
  const fields = fieldSet(spec.fields);
  const stranger = spec.fields.find((field) => field.object !== spec.rows);
  if (stranger)
    throw new Error(`${spec.id} has rows of ${spec.rows}, but its field ${stranger.id} is of ${stranger.object}`);
  if (spec.at === undefined) return { fields, at: undefined, read: reader(spec.read) };
  const at = fields.get(spec.at);
  if (at?.type !== "date") throw new Error(`${spec.id} needs a date among its fields, ${spec.at} is none`);
  return { fields, at, read: reader(spec.read) };
}
