import { MAX_REFERENCE_ROWS, SHARED_REFERENCE_TARGETS } from "@tongzhou/contract/enrichment";
import type { ReferenceFileOrder } from "@tongzhou/contract/enrichment";
import type { Acting } from "../../platform/access/acting.ts";
import { beginLongOperation } from "../../platform/jobs/begin-long-operation.ts";
import type { House } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { Conflict, NotFound, Refused } from "../../platform/problems/refusal.ts";
import { openImportFile } from "../imports/index.ts";
import { REFERENCE_FILE } from "./providers/reference-file.ts";
import { insertReferenceFile } from "./queries/reference-rows.ts";
import { holderOfName, insertSource, lockSource } from "./queries/source-rows.ts";
import { readReference } from "./reference.jobs.ts";

export const ADD_SOURCE = operationKind("enrichment_source.add");
export const ADD_VERSION = operationKind("enrichment_source.add_version");

interface Added {
  readonly sourceId: string;
  readonly longOperationId: string;
}

/**
 * Adds a source that is a file, and begins to read it. Until it is read to its end the source knows nothing.
 * @throws Conflict `source_name_taken`; Refused `reference_…`; what `openImportFile` throws.
 */
export async function addReference(
  context: Acting,
  house: House,
  { name, fillsNew, ...order }: ReferenceFileOrder & { readonly name: string; readonly fillsNew: boolean },
): Promise<Added> {
  if ((await holderOfName(context, name)) !== undefined) throw new Conflict("source_name_taken", { name });
  const sourceId = context.newId();
  await insertSource(context, { id: sourceId, provider: REFERENCE_FILE, name, active: true, fillsNew });
  return begin(context, house, { id: sourceId, name }, order);
}

/**
 * Begins to read a newer version of a file, which takes the place of the one before when it is read to its end.
 * @throws NotFound for what is no source of this kind; otherwise as `addReference`.
 */
export async function addVersion(
  context: Acting,
  house: House,
  sourceId: string,
  order: ReferenceFileOrder,
): Promise<Added> {
  const source = await lockSource(context, sourceId);
  if (source?.provider !== REFERENCE_FILE) throw new NotFound();
  return begin(context, house, source, order);
}

async function begin(
  context: Acting,
  house: House,
  { id: sourceId, name }: { readonly id: string; readonly name: string },
  { fileId, reading, columns }: ReferenceFileOrder,
): Promise<Added> {
  checkColumns(columns);
  const file = await openImportFile(house, context.viewer, fileId, reading);
  if (file.lineCount > MAX_REFERENCE_ROWS) {
    throw new Refused("reference_too_long", { name: file.name, most: MAX_REFERENCE_ROWS });
  }
  const { format, firstRow, header } = file.preview;
  const version = await insertReferenceFile(context, {
    id: context.operationId,
    sourceId,
    fileId,
    fileName: file.name,
    format: { format, firstRow, columns: header.length },
    header,
    columns,
    broughtBy: context.viewer.personId,
    at: context.now,
  });
  await context.summarise({ name, version, file: file.name });
  const longOperationId = await beginLongOperation(context, readReference, {
    request: { fileId },
    position: firstRow,
    total: Math.max(file.size - firstRow.offset, 0),
  });
  return { sourceId, longOperationId };
}

/** A company must be found by something, and a fact comes from one column. */
function checkColumns(columns: ReferenceFileOrder["columns"]): void {
  const targets = columns.map(({ target }) => target);
  const finds = targets.some((target) => target === "name" || target === "shortName" || target === "creditCode");
  if (!finds) throw new Refused("reference_without_names");
  const twice = targets.find((target, at) => targets.indexOf(target) !== at && !SHARED_REFERENCE_TARGETS.has(target));
  const sameColumn = new Set(columns.map(({ column }) => column)).size < columns.length;
  if (twice !== undefined || sameColumn) throw new Refused("reference_column_twice");
}
