import { Readable } from "node:stream";
import type { RowProblem } from "@tongzhou/contract/imports";
import type { Viewing } from "../../platform/access/acting.ts";
import type { House } from "../../platform/ledger/context.ts";
import { look } from "../../platform/ledger/look.ts";
import type { Phrasebook, SpokenLanguage } from "../../platform/problems/sentences.ts";
import { writeXlsxSheet } from "../../platform/sheets/write-xlsx-sheet.ts";
import { ERROR_COLUMNS, errorColumnName } from "./domain/error-columns.ts";
import { errorFileCells, errorFileHeader, errorFileRow } from "./domain/error-file.ts";
import type { RejectedRow } from "./domain/error-file.ts";
import type { Bringer } from "./imports.access.ts";
import { listRejected } from "./queries/import-rows.ts";
import { requireOwn } from "./show-rejects.ts";

const ROWS_AT_ONCE = 1_000;

const MEDIA_TYPES = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
} as const;

/** How a person is told about a file and its rows. */
export interface Speaking {
  readonly phrases: Phrasebook;
  readonly language: SpokenLanguage;
}

/**
 * The rows that an import kept out as a file that can be corrected and imported as it is, written page by page as it is
 * fetched: CSV, or for whoever sent a workbook a workbook, in which every cell is text.
 * @throws NotFound; NotAllowed `import_not_yours`.
 */
export async function writeErrorFile(
  house: House,
  context: Pick<Viewing, "tx"> & { readonly viewer: Bringer },
  importId: string,
  { phrases, language }: Speaking,
  format: keyof typeof MEDIA_TYPES = "csv",
): Promise<{ name: string; mediaType: string; bytes: Readable }> {
  const { name, header } = await requireOwn(context, importId);
  const said = (code: string, params = {}): string => phrases.say(language, code, params).title;
  const labels = {
    line: said("import.error_line"),
    column: said("import.error_column"),
    reason: said("import.error_reason"),
  };
  const pages = rejectedPages(house, importId, said);
  const columns = [...ERROR_COLUMNS.map((column) => errorColumnName(column, labels[column])), ...header];
  const written =
    format === "csv"
      ? csvOf(errorFileHeader(header, labels), pages)
      : writeXlsxSheet({
          name: said("import.error_reason"),
          columns: columns.map((head) => ({ head, kind: "text" })),
          batches: cellsOf(pages),
          timeZone: "UTC",
        });
  const stem = name.replace(/\.[^.]*$/, "");
  return {
    name: said("import.error_file_name", { name: stem, format }),
    mediaType: MEDIA_TYPES[format],
    bytes: Readable.from(written),
  };
}

async function* csvOf(head: string, pages: AsyncIterable<RejectedRow[]>): AsyncGenerator<string> {
  yield head;
  for await (const rows of pages) yield rows.map(errorFileRow).join("");
}

async function* cellsOf(pages: AsyncIterable<RejectedRow[]>): AsyncGenerator<string[][]> {
  for await (const rows of pages) yield rows.map(errorFileCells);
}

async function* rejectedPages(
  house: House,
  importId: string,
  said: (code: string, params?: RowProblem["params"]) => string,
): AsyncGenerator<RejectedRow[]> {
  for (let after = 0; ;) {
    const rows = await look(house, "list", (context) => listRejected(context, importId, after, ROWS_AT_ONCE));
    yield rows.map(({ line, cells, problems }) => {
      const faults = problems.map(({ code, column, params }) => ({
        column: column ?? "",
        reason: said(`import.reason.${code}`, params),
      }));
      return { line, cells, faults };
    });
    const last = rows.at(-1);
    if (rows.length < ROWS_AT_ONCE || !last) return;
    after = last.rowNumber;
  }
}
