import type { enrichment, ReferencePreview } from "@tongzhou/contract/enrichment";
import type { BodyOf } from "@tongzhou/contract/endpoint";
import type { Viewer } from "../../platform/access/viewer.ts";
import type { House } from "../../platform/ledger/context.ts";
import { openImportFile } from "../imports/index.ts";
import { companyReaders } from "./shapes/company-readers.ts";
import { readReferenceRow } from "./domain/read-reference-row.ts";
import { suggestColumns } from "./domain/suggest-columns.ts";

/** Values of a column and lines of the file that the page of the mapping shows. */
const SAMPLES = 3;
const SHOWN_ROWS = 8;
const SHOWN_CHARACTERS = 100;

/**
 * The beginning of an uploaded file: what its columns probably are, or were said to be, and what its first lines say then.
 * @throws what `openImportFile` throws.
 */
export async function previewReference(
  house: House,
  viewer: Viewer,
  { fileId, reading, columns }: BodyOf<typeof enrichment.previewFile>,
): Promise<ReferencePreview> {
  const { name, lineCount, preview } = await openImportFile(house, viewer, fileId, reading);
  const mapped = columns ?? suggestColumns(preview.header);
  const samplesOf = (column: number): string[] =>
    [...new Set(preview.rows.map(({ cells }) => (cells[column] ?? "").trim()))]
      .filter((text) => text !== "")
      .slice(0, SAMPLES)
      .map((text) => Array.from(text).slice(0, SHOWN_CHARACTERS).join(""));
  return {
    fileId,
    name,
    lineCount,
    reading,
    columns: preview.header.map((header, column) => ({
      column,
      header,
      target: mapped.find((each) => each.column === column)?.target ?? null,
      samples: samplesOf(column),
    })),
    rows: preview.rows.slice(0, SHOWN_ROWS).map(({ line, cells }) => {
      const { facts, otherNames } = readReferenceRow(cells, mapped, companyReaders);
      return { line, facts, otherNames: [...otherNames] };
    }),
  };
}
