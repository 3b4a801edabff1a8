import type { CsvFormat, ImportMode, ImportObject, MappedColumn } from "@tongzhou/contract/import-settings";
import type { AddedField } from "./added-value.ts";
import { memoiseByValue } from "../../../platform/text/memoise-by-value.ts";
import type { CsvRow } from "../../../platform/csv/csv-row.ts";
import { memoiseNormalisers } from "./memoise-normalisers.ts";
import { createCsvReader } from "../../../platform/csv/read-csv-rows.ts";
import type { RowDraft, RowReject } from "./row-draft.ts";
import type { RowNormalisers } from "./row-normalisers.ts";
import { rowValidator } from "./row-validator.ts";

/** A place between two rows of a file. */
export interface RowPosition {
  /** Bytes from its start. */
  readonly offset: number;
  /** The physical line that begins there, from 1. */
  readonly line: number;
  /** Rows of people before it. */
  readonly row: number;
}

/** What decides how the rows of a file are read; plain values, since it goes to another thread. */
export interface RowBatchPlan {
  readonly format: CsvFormat;
  readonly header: readonly string[];
  readonly columns: readonly MappedColumn[];
  readonly object?: ImportObject;
  /** The added fields that columns are mapped to. */
  readonly fields?: readonly AddedField[];
  readonly mode: ImportMode;
  readonly start: RowPosition;
  readonly batchRows: number;
}

/** A good row with the keys that names are listed by, which take longest to make. */
export interface GoodRow {
  readonly kind: "draft";
  /** From 1, the header not counted. */
  readonly number: number;
  readonly draft: RowDraft;
  readonly nameSort: string;
  readonly companySort: string;
  /** As the file has them; only where rows may be refused after all: of history, of contacts with an owner, and of unique values. */
  readonly cells: readonly string[] | null;
}

export interface BadRow {
  readonly kind: "rejected";
  readonly number: number;
  readonly line: number;
  readonly cells: readonly string[];
  readonly rejects: readonly RowReject[];
}

export type BatchRow = GoodRow | BadRow;

export interface RowBatch {
  readonly from: RowPosition;
  readonly to: RowPosition;
  /** Rows without anything in a mapped column are counted and not among them. */
  readonly rows: readonly BatchRow[];
  readonly blank: number;
}

/** What reading a row needs from the capabilities that own the rules. */
export interface RowReading extends RowNormalisers {
  sortName(name: string): string;
  sortCompany(name: string): string;
}

export interface RowBatcher {
  /** Takes the next bytes of the file and gives the batches that are complete. */
  push(bytes: Uint8Array): RowBatch[];
  /** The file has ended: gives what is left, perhaps an empty batch. */
  end(): RowBatch;
}

/** Keys of names remembered. Given names repeat more than one would think, companies by a third. */
const REMEMBERED_KEYS = 20_000;

/**
 * Cuts a file into batches of read rows, always the same ones whatever pieces the bytes come in; so an import that goes on
 * at the border of a batch does what it would have done undisturbed.
 */
export function createRowBatcher(plan: RowBatchPlan, reading: RowReading): RowBatcher {
  const { format, header, columns, object = "lead", fields = [], mode, start, batchRows } = plan;
  const reader = createCsvReader(format, header.length, start);
  const validate = rowValidator({
    header,
    mapping: columns,
    fields,
    object,
    mode,
    normalise: memoiseNormalisers(reading),
  });
  const sortName = memoiseByValue(reading.sortName, REMEMBERED_KEYS);
  const sortCompany = memoiseByValue(reading.sortCompany, REMEMBERED_KEYS);
  const mayBeRefused =
    mode === "history" || object !== "lead" || fields.some(({ type, unique }) => unique || type === "user");
  let waiting: CsvRow[] = [];
  let from = start;
  let end = start.offset;

  function push(bytes: Uint8Array): RowBatch[] {
    end += bytes.length;
    waiting = waiting.concat(reader.push(bytes));
    const batches: RowBatch[] = [];
    // One row more than a batch: its beginning is where the batch ends.
    while (waiting.length > batchRows) batches.push(take(batchRows));
    return batches;
  }

  function take(count: number): RowBatch {
    const taken = waiting.slice(0, count);
    waiting = waiting.slice(count);
    const next = waiting[0];
    const to: RowPosition = {
      offset: next?.offset ?? end,
      line: next?.line ?? (taken.at(-1)?.line ?? from.line - 1) + 1,
      row: from.row + taken.length,
    };
    const batch = readBatch(taken, from, to);
    from = to;
    return batch;
  }

  function readBatch(csvRows: readonly CsvRow[], begin: RowPosition, to: RowPosition): RowBatch {
    const rows: BatchRow[] = [];
    let blank = 0;
    csvRows.forEach((csvRow, place) => {
      const outcome = validate(csvRow);
      const number = begin.row + place + 1;
      if (outcome.kind === "blank") blank += 1;
      else if (outcome.kind === "rejected") rows.push({ ...outcome, kind: "rejected", number });
      else {
        const { draft } = outcome;
        const companySort = draft.company === null ? "" : sortCompany(draft.company.name);
        const cells = mayBeRefused ? csvRow.cells : null;
        rows.push({ kind: "draft", number, draft, nameSort: sortName(draft.name ?? ""), companySort, cells });
      }
    });
    return { from: begin, to, rows, blank };
  }

  return {
    push,
    end() {
      waiting = waiting.concat(reader.end());
      return take(waiting.length);
    },
  };
}
