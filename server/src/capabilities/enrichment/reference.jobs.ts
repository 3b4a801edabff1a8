import { z } from "zod";
import { createCsvReader } from "../../platform/csv/read-csv-rows.ts";
import type { CsvRow } from "../../platform/csv/csv-row.ts";
import { findFile } from "../../platform/files/find-file.ts";
import { readFile } from "../../platform/files/read-file.ts";
import { defineLongOperation } from "../../platform/jobs/long-operation.ts";
import type { House } from "../../platform/ledger/context.ts";
import { operationKind } from "../../platform/ledger/operation-kind.ts";
import { companyReaders } from "./shapes/company-readers.ts";
import { readReferenceRow } from "./domain/read-reference-row.ts";
import { findReading, insertReferenceRows } from "./queries/reference-rows.ts";
import type { NewReferenceRow, ReadingOfFile } from "./queries/reference-rows.ts";

const READ_BATCH = operationKind("enrichment_source.read_batch", { quiet: true, notUndoable: "undo.derived" });

/** Reading so many lines takes some 100 ms, and nothing else of the process runs meanwhile. */
const BATCH_LINES = 1000;

const Position = z.object({ offset: z.int(), line: z.int() });
type Position = z.infer<typeof Position>;

interface Prepared {
  readonly rows: readonly NewReferenceRow[];
  readonly lines: number;
  readonly next: Position;
  readonly isLast: boolean;
}

/** Lines of the next batch of each file that this process reads. */
const prepared = new Map<string, Prepared>();

/** Reads a version of a reference file, line by line, and keeps by what each company is found. */
export const readReference = defineLongOperation<{ fileId: string }, Position>({
  name: "enrichment.read_file",
  batchKind: READ_BATCH,
  request: z.object({ fileId: z.uuid() }),
  position: Position,

  async prepare(house, { id, position }) {
    const reading = await findReading(house, id);
    if (!reading) throw new Error(`there is no reference file ${id}`);
    prepared.set(id, await readLines(house, reading, position));
  },

  async batch(context, { id, position }) {
    const ready = prepared.get(id);
    if (!ready) throw new Error(`nothing was read of the reference file ${id}`);
    prepared.delete(id);
    const { rows, lines, next, isLast } = ready;
    await insertReferenceRows(context, id, { rows, skipped: lines - rows.length });
    return { position: next, done: next.offset - position.offset, counts: { lines }, isLast };
  },
});

async function readLines(house: House, { fileId, format, columns }: ReadingOfFile, from: Position): Promise<Prepared> {
  const reader = createCsvReader(format.format, format.columns, from);
  const read: CsvRow[] = [];
  let isWhole = true;
  for await (const piece of readFile(house.pool, fileId, from.offset)) {
    read.push(...reader.push(piece));
    if (read.length > BATCH_LINES) {
      isWhole = false;
      break;
    }
  }
  if (isWhole) read.push(...reader.end());
  const further = read[BATCH_LINES];
  const size = (await findFile(house.pool, fileId))?.size ?? 0;
  const lines = read.slice(0, BATCH_LINES);
  const rows = lines.flatMap(({ line, cells }) => {
    const { facts, keys } = readReferenceRow(cells, columns, companyReaders);
    return keys.length === 0 ? [] : [{ line, facts, keys }];
  });
  const next = further ? { offset: further.offset, line: further.line } : { offset: size, line: from.line };
  return { rows, lines: lines.length, next, isLast: further === undefined };
}
