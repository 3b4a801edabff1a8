import type { CustomField, FieldObject, FieldValue } from "@tongzhou/contract/fields";
import { isDeepStrictEqual } from "node:util";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { Context } from "../../platform/ledger/context.ts";
import { announceManyValues } from "./announce-values.ts";
import { columnsOfValue, uniqueKeyOf, valueOfColumns } from "./domain/value-columns.ts";
import { findFieldsOf } from "./queries/field-rows.ts";
import { findHoldersOf, insertManyValues, lockRecords, updateManyValues } from "./queries/bulk-value-rows.ts";
import { lockValuesOfMany } from "./queries/value-rows.ts";

/** What a record is to have, as some file says. */
export interface ValueWish {
  readonly recordId: string;
  /** Whether the record was made with it; else `rule` says what becomes of what it has. */
  readonly created: boolean;
  readonly values: readonly {
    readonly fieldId: string;
    /** As `readFieldValue` leaves it. */
    readonly value: NonNullable<FieldValue>;
    readonly rule: "fill" | "overwrite" | "never";
  }[];
}

/** What became of a wish: how many values are other ones now, how many may not be edited, and whose are taken. */
export interface TakenValues {
  readonly overwritten: number;
  readonly refused: number;
  /** Names of unique fields whose value another record has. */
  readonly taken: readonly string[];
}

/** A value as it is or will be. */
interface Place {
  readonly id: string | null;
  readonly recordId: string;
  readonly field: CustomField;
  value: NonNullable<FieldValue>;
  changed: boolean;
}

/**
 * Gives many records values in added fields: those just made have what is said of them, in others blanks are filled, or the
 * value written over where the viewer may edit the record. Wishes are taken in order; a field that has gone meanwhile is
 * passed over, and a unique value that another record has stays with it.
 * @param viewer null for the house itself.
 * @returns one answer a wish, in order.
 */
export async function takeValues(
  context: Context,
  viewer: Viewer | null,
  object: FieldObject,
  wishes: readonly ValueWish[],
): Promise<TakenValues[]> {
  const saying = wishes.filter(({ values }) => values.length > 0);
  if (saying.length === 0) return wishes.map(() => ({ overwritten: 0, refused: 0, taken: [] }));
  const wantedIds = new Set(saying.flatMap(({ values }) => values.map(({ fieldId }) => fieldId)));
  const all = await findFieldsOf(context, object);
  const fields = new Map(all.filter(({ id, archived }) => wantedIds.has(id) && !archived).map((one) => [one.id, one]));
  const recordIds = [...new Set(saying.map(({ recordId }) => recordId))];
  const news = new Set(wishes.flatMap(({ created, recordId }) => (created ? [recordId] : [])));
  const known = recordIds.filter((id) => !news.has(id));
  // Nobody else knows of those just made.
  const mayEdit = await lockRecords(context, viewer, object, known);
  const places = await findPlaces(context, object, recordIds, fields);
  const holders = await findTaken(context, object, saying, fields);
  const answers = wishes.map((wish) => grant(wish));
  const written = [...places.values()].filter(({ changed }) => changed);
  const columnsOf = ({ field, value }: Place) => ({
    columns: columnsOfValue(field, value),
    uniqueKey: field.unique ? uniqueKeyOf(value) : null,
  });
  await updateManyValues(
    context,
    written.flatMap((place) => (place.id === null ? [] : [{ id: place.id, ...columnsOf(place) }])),
  );
  await insertManyValues(
    context,
    object,
    written.flatMap((place) =>
      place.id === null ? [{ object, recordId: place.recordId, fieldId: place.field.id, ...columnsOf(place) }] : [],
    ),
  );
  const changed = new Set(written.map(({ recordId }) => recordId).filter((id) => !news.has(id)));
  await announceManyValues(context, object, [...changed]);
  return answers;

  function grant({ recordId, values }: ValueWish): TakenValues {
    const answer = { overwritten: 0, refused: 0, taken: [] as string[] };
    for (const { fieldId, value, rule } of values) {
      const field = fields.get(fieldId);
      const place = places.get(placeOf(recordId, fieldId));
      if (!field || (rule === "never" && !news.has(recordId)) || isDeepStrictEqual(place?.value, value)) continue;
      if (place && rule !== "overwrite") continue;
      if (place && !news.has(recordId) && !mayEdit.has(recordId)) answer.refused += 1;
      else if (!takeKey(field, recordId, value)) answer.taken.push(field.name);
      else if (place) {
        Object.assign(place, { value, changed: true });
        answer.overwritten += 1;
      } else places.set(placeOf(recordId, fieldId), { id: null, recordId, field, value, changed: true });
    }
    return answer;
  }

  function takeKey(field: CustomField, recordId: string, value: NonNullable<FieldValue>): boolean {
    if (!field.unique) return true;
    const key = placeOf(field.id, uniqueKeyOf(value));
    const holder = holders.get(key) ?? recordId;
    holders.set(key, holder);
    return holder === recordId;
  }
}

const placeOf = (one: string, other: string): string => `${one} ${other}`;

async function findPlaces(
  context: Context,
  object: FieldObject,
  recordIds: readonly string[],
  fields: ReadonlyMap<string, CustomField>,
): Promise<Map<string, Place>> {
  const stored = await lockValuesOfMany(context, object, recordIds, [...fields.keys()]);
  const places = new Map<string, Place>();
  for (const row of stored) {
    const field = fields.get(row.fieldId);
    const value = field ? valueOfColumns(field, row) : null;
    if (field && value !== null)
      places.set(placeOf(row.recordId, row.fieldId), {
        id: row.id,
        recordId: row.recordId,
        field,
        value,
        changed: false,
      });
  }
  return places;
}

/** Who has the values of unique fields that are asked for. */
async function findTaken(
  context: Context,
  object: FieldObject,
  wishes: readonly ValueWish[],
  fields: ReadonlyMap<string, CustomField>,
): Promise<Map<string, string>> {
  const wanted = wishes.flatMap(({ values }) =>
    values.flatMap(({ fieldId, value }) =>
      fields.get(fieldId)?.unique ? [{ fieldId, uniqueKey: uniqueKeyOf(value) }] : [],
    ),
  );
  if (wanted.length === 0) return new Map();
  const found = await findHoldersOf(context, object, wanted);
  return new Map(found.map(({ fieldId, uniqueKey, recordId }) => [placeOf(fieldId, uniqueKey), recordId]));
}
