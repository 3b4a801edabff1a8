import type { AuditRecord } from "@tongzhou/contract/audit";
import type { Viewing } from "../../platform/access/acting.ts";
import { fieldLevel } from "../../platform/access/field-access.ts";
import type { FieldLevel } from "../../platform/access/grants.ts";
import { covers } from "../../platform/access/reach.ts";
import type { Held } from "../../platform/access/reach.ts";
import { reachOf } from "../../platform/access/viewer.ts";
import type { Viewer } from "../../platform/access/viewer.ts";
import { auditedRecordOf, auditedTable } from "../../platform/ledger/audited-table.ts";
import type { AuditedRecord, RowImage } from "../../platform/ledger/audited-table.ts";
import { idsByTable, keyOf, readImages } from "./queries/read-images.ts";
import type { ReadImage, RowRef } from "./queries/read-images.ts";
import { readReferences } from "./queries/read-references.ts";
import type { References } from "./queries/read-references.ts";
import { readRights, seeingAction } from "./queries/read-rights.ts";
import type { RecordRights } from "./queries/read-rights.ts";

/** A row belongs to a record in at most so many steps: end of an assignment → assignment → lead. */
const LONGEST_CHAIN = 4;

/** A row that was written, with the values that will be shown of it. */
export interface WrittenRow extends RowRef {
  /** Values by column; those that refer to something get its name. */
  readonly values: readonly RowImage[];
  /** The viewer wrote it: who deleted a record may see that they did. */
  readonly own: boolean;
}

/** The record that a row belongs to, as the viewer may see it. */
export interface SeenRecord extends AuditRecord {
  readonly declared: AuditedRecord;
  readonly rights: RecordRights;
}

/** What the viewer may see of rows. */
export interface Sight {
  readonly viewer: Viewer;
  /** Undefined: outside the viewer's rights, or nobody knows any more what it belonged to. */
  recordOf(row: RowRef): SeenRecord | undefined;
  imageOf(row: RowRef): RowImage | undefined;
  /** The name behind an id in a column of a table. */
  labelOf(table: string, column: string, value: string): string | null;
}

/** Finds out to which records rows belong, what these are called, and what the viewer may see of them. A fixed number of statements a table. */
export async function seeRows(viewing: Viewing, rows: readonly WrittenRow[]): Promise<Sight> {
  const images = await readImages(viewing, rows);
  const owners = await followToRecords(viewing, rows, images);
  const references = await readReferences(viewing, [...idsByTable(rows).keys()]);
  const referred = referredRows(rows, references);
  const records = [...owners.values(), ...referred];
  await addImages(viewing, images, referred);
  await addImages(
    viewing,
    images,
    records.flatMap((record) => namesakeOf(record, images)),
  );
  const own = new Set(rows.filter((row) => row.own).flatMap((row) => keysOf(owners.get(keyOf(row)))));
  const rights = await rightsTo(viewing, records, images, own);
  return {
    viewer: viewing.viewer,
    recordOf: (row) => seenRecord(owners.get(keyOf(row)), images, rights),
    imageOf: (row) => images.get(keyOf(row))?.image,
    labelOf(table, column, value) {
      const target = references.get(table)?.get(column);
      return target === undefined ? null : labelOf({ table: target, rowId: value }, images, rights);
    },
  };
}

const keysOf = (row: RowRef | undefined): string[] => (row ? [keyOf(row)] : []);

async function addImages(viewing: Viewing, images: Map<string, ReadImage>, refs: readonly RowRef[]): Promise<void> {
  const missing = refs.filter((ref) => !images.has(keyOf(ref)));
  if (missing.length === 0) return;
  for (const [key, image] of await readImages(viewing, missing)) images.set(key, image);
}

/** Row → the record it belongs to. */
async function followToRecords(
  viewing: Viewing,
  rows: readonly RowRef[],
  images: Map<string, ReadImage>,
): Promise<Map<string, RowRef>> {
  let places = new Map<string, RowRef>(rows.map((row) => [keyOf(row), row]));
  for (let step = 0; step < LONGEST_CHAIN; step++) {
    await addImages(viewing, images, [...places.values()]);
    places = new Map(
      [...places].flatMap(([key, place]) => {
        const next = parentOf(place, images);
        return next ? [[key, next] as const] : [];
      }),
    );
  }
  return places;
}

/** The row itself when it is a record; undefined when its parent cannot be known. */
function parentOf(row: RowRef, images: ReadonlyMap<string, ReadImage>): RowRef | undefined {
  const declared = auditedTable(row.table);
  if (!declared) return undefined;
  if ("object" in declared) return row;
  const image = images.get(keyOf(row))?.image;
  for (const { column, table } of declared.of) {
    const rowId = image?.[column];
    if (rowId) return { table, rowId };
  }
  return undefined;
}

function referredRows(rows: readonly WrittenRow[], references: References): RowRef[] {
  return rows.flatMap(({ table, values }) =>
    [...(references.get(table) ?? [])].flatMap(([column, target]) =>
      auditedRecordOf(target)
        ? values.flatMap((image) => (image[column] ? [{ table: target, rowId: image[column] }] : []))
        : [],
    ),
  );
}

/** The row that a record is named after: a lead after its contact. */
function namesakeOf(record: RowRef, images: ReadonlyMap<string, ReadImage>): RowRef[] {
  const title = auditedRecordOf(record.table)?.title;
  if (!title || !("through" in title)) return [];
  const rowId = images.get(keyOf(record))?.image[title.through];
  return rowId ? [{ table: title.table, rowId }] : [];
}

function titleOf(record: RowRef, images: ReadonlyMap<string, ReadImage>): string | null {
  const title = auditedRecordOf(record.table)?.title;
  if (!title) return null;
  if ("column" in title) return images.get(keyOf(record))?.image[title.column] ?? null;
  const [namesake] = namesakeOf(record, images);
  return namesake ? titleOf(namesake, images) : null;
}

async function rightsTo(
  viewing: Viewing,
  records: readonly RowRef[],
  images: ReadonlyMap<string, ReadImage>,
  own: ReadonlySet<string>,
): Promise<Map<string, RecordRights>> {
  const rights = new Map<string, RecordRights>();
  for (const [table, ids] of idsByTable(records)) {
    const declared = auditedRecordOf(table);
    if (!declared) continue;
    const present = await readRights(viewing, declared, ids);
    for (const rowId of ids) {
      const key = keyOf({ table, rowId });
      const image = images.get(key)?.image;
      const known = present.get(rowId) ?? (image && rightsToDeleted(viewing.viewer, declared, image, own.has(key)));
      if (known) rights.set(key, known);
    }
  }
  return rights;
}

/**
 * Nobody follows a record that is gone, so only what its own columns say counts; and whoever deleted it may see that they
 * did, with its governed fields as their grants have them.
 */
function rightsToDeleted(
  viewer: Viewer,
  { object, ownAreFree }: AuditedRecord,
  image: RowImage,
  own: boolean,
): RecordRights {
  const { owner, pool, team } = object.belonging;
  const column = (name: string | undefined): (string | null)[] => (name === undefined ? [] : [image[name] ?? null]);
  const held: Held = { ownerIds: column(owner), poolIds: column(pool), teamIds: column(team) };
  const fields: Record<string, FieldLevel> = {};
  for (const field of Object.keys(viewer.snapshot.governedFields(object)))
    fields[field] = fieldLevel(viewer, object, field, held);
  const theirs = ownAreFree && held.ownerIds?.includes(viewer.personId) === true;
  return { readable: own || theirs || covers(reachOf(viewer, object, seeingAction(object)), held), fields };
}

function seenRecord(
  record: RowRef | undefined,
  images: ReadonlyMap<string, ReadImage>,
  rights: ReadonlyMap<string, RecordRights>,
): SeenRecord | undefined {
  const declared = record && auditedRecordOf(record.table);
  const allowed = record && rights.get(keyOf(record));
  if (!record || !declared || !allowed?.readable) return undefined;
  return { object: record.table, id: record.rowId, title: titleOf(record, images), declared, rights: allowed };
}

function labelOf(
  record: RowRef,
  images: ReadonlyMap<string, ReadImage>,
  rights: ReadonlyMap<string, RecordRights>,
): string | null {
  const declared = auditedRecordOf(record.table);
  const mayKnow = declared?.named === "to_everybody" || rights.get(keyOf(record))?.readable === true;
  return mayKnow ? titleOf(record, images) : null;
}
