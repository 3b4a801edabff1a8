import { ADDED_FIELDS_OF } from "@tongzhou/contract/import-settings";
import type { FileReading } from "@tongzhou/contract/import-settings";
import type { ImportPreview, PreviewedColumn } from "@tongzhou/contract/imports";
import type { Viewing } from "../../platform/access/acting.ts";
import type { House } from "../../platform/ledger/context.ts";
import { importableFields } from "../fields/index.ts";
import { foldHeader } from "./domain/fold-header.ts";
import { fitMapping } from "./domain/fit-mapping.ts";
import { guessObject } from "./domain/guess-object.ts";
import { suggestDateOrder } from "./domain/suggest-date-order.ts";
import { suggestMapping } from "./domain/suggest-mapping.ts";
import type { SuggestedColumn } from "./domain/suggest-mapping.ts";
import { headerHash } from "./header-hash.ts";
import { mayBringIn } from "./imports.access.ts";
import { openImportFile } from "./open-import-file.ts";
import { findSameImport } from "./refuse-same-file.ts";
import { findMapping } from "./queries/mapping-rows.ts";
import type { RememberedMapping } from "./queries/mapping-rows.ts";

/** Characters of a cell that the page of the mapping shows. */
const SHOWN_CHARACTERS = 300;

/**
 * The beginning of a file with what its columns probably are: as the last time for these headers, else by their names and
 * values. Only dates that could be read two ways need an order.
 * @throws NotFound, NotAllowed: see openImportFile.
 */
export async function previewFile(
  house: Pick<House, "pool">,
  context: Pick<Viewing, "tx" | "viewer">,
  fileId: string,
  reading: FileReading,
): Promise<ImportPreview> {
  const { name, size, lineCount, isSheet, preview } = await openImportFile(house, context.viewer, fileId, reading);
  const { header, rows } = preview;
  const cells = rows.map((row) => row.cells);
  const remembered = await findMapping(context, headerHash(header));
  const guessed = remembered?.object ?? guessObject(suggestMapping(header, cells));
  const object = mayBringIn(context.viewer, guessed) ? guessed : "lead";
  const fields = await importableFields(context, context.viewer, ADDED_FIELDS_OF[object]);
  const named = fields.map(({ id, name: own, nameEn }) => ({
    id,
    names: [own, ...(nameEn === null ? [] : [nameEn])],
  }));
  const columns = fitMapping(
    suggestMapping(header, cells, named).map((suggested) => proposal(suggested, fields, remembered)),
    object,
  );
  const dates = columns.filter(({ target }) => target === "occurredAt" || target === "stageSince");
  return {
    fileId,
    name,
    size,
    lineCount,
    isSheet,
    format: preview.format,
    confidence: reading.encoding === undefined ? preview.confidence : "certain",
    hasHeader: preview.hasHeader,
    object,
    columns,
    rows: rows.map(({ line, cells: written }) => ({ line, cells: written.map(shown) })),
    dateOrder: suggestDateOrder(dates.flatMap(({ column }) => cells.map((row) => row[column] ?? ""))),
    importedBefore: await findSameImport(house, context, fileId),
    remembered: remembered ? settledBefore(remembered) : null,
  };
}

function proposal(
  { column, header, target, fieldId, because }: SuggestedColumn,
  fields: readonly { readonly id: string }[],
  remembered?: RememberedMapping,
): PreviewedColumn {
  const before = remembered?.columns[foldHeader(header)];
  // A field may have gone since, or not be for this person.
  const isGone = before?.fieldId !== undefined && !fields.some(({ id }) => id === before.fieldId);
  if (before === undefined || isGone)
    return { column, header, target, fieldId, memberSource: null, rule: null, because };
  return {
    column,
    header,
    target: before?.target ?? null,
    fieldId: before?.fieldId ?? null,
    memberSource: before?.memberSource ?? null,
    rule: before?.rule ?? null,
    because: "remembered",
  };
}

function settledBefore({
  object = "lead",
  source,
  productLines,
  touchKind,
  channel,
}: RememberedMapping): ImportPreview["remembered"] {
  return { object, source, productLines, touchKind, channel };
}

function shown(cell: string): string {
  return cell.length <= SHOWN_CHARACTERS ? cell : `${Array.from(cell).slice(0, SHOWN_CHARACTERS).join("")}…`;
}
