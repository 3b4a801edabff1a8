import type { NewFieldValues, ShownValue } from "@tongzhou/contract/fields";
import type { Acting, Viewing } from "../access/acting.ts";
import type { Context } from "../ledger/context.ts";

/** What records have in the fields that the company added, for the capabilities that own the records. */
export interface RecordValues {
  /**
   * The values a record begins with: what was typed, else the defaults. A record that was there already keeps what it has.
   * @throws Invalid naming each value that is missing or wrong, at `/custom/<field id>`; Conflict `field_value_taken`.
   */
  begin(context: Acting, record: NewRecord, typed: NewFieldValues): Promise<void>;
  /** What the viewer may see of these records, by record. */
  ofRows(
    viewing: Pick<Viewing, "tx" | "viewer">,
    object: string,
    ids: readonly string[],
  ): Promise<ReadonlyMap<string, ShownValue[]>>;
  /** Removes the values of records that go. */
  remove(context: Context, object: string, ids: readonly string[]): Promise<void>;
}

export interface NewRecord {
  readonly object: string;
  readonly id: string;
  /** False: it was found, not made. */
  readonly created: boolean;
  /** Whether what is required must be there: a machine that brings a record is not asked. */
  readonly asked: boolean;
}

let provided: RecordValues | undefined;

/** Says who keeps the values. Called once, when their capability is loaded. */
export function provideRecordValues(values: RecordValues): void {
  if (provided) throw new Error("the values of added fields are provided twice");
  provided = values;
}

/** @see RecordValues.begin */
export async function beginRecordValues(context: Acting, record: NewRecord, typed: NewFieldValues = {}): Promise<void> {
  await provided?.begin(context, record, typed);
}

/** @see RecordValues.remove */
export async function removeRecordValues(context: Context, object: string, ids: readonly string[]): Promise<void> {
  await provided?.remove(context, object, ids);
}

/** Rows of a list with what they have in added fields; costs nothing where the viewer has none. */
export async function withRecordValues<Row extends { readonly id: string }>(
  viewing: Pick<Viewing, "tx" | "viewer">,
  object: string,
  rows: readonly Row[],
): Promise<(Row & { custom?: ShownValue[] })[]> {
  if (
    rows.length === 0 ||
    !viewing.viewer.snapshot.houseFields.some((field) => field.object === object && !field.archived)
  ) {
    return [...rows];
  }
  const values = await provided?.ofRows(
    viewing,
    object,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => {
    const custom = values?.get(row.id);
    return custom ? { ...row, custom } : row;
  });
}
