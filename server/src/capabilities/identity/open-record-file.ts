import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { CsvRow } from "../../platform/csv/csv-row.ts";
import { previewCsv } from "../../platform/csv/preview-csv.ts";
import { readCsvRows } from "../../platform/csv/read-csv-rows.ts";
import { createEncodingSniffer } from "../../platform/csv/sniff-encoding.ts";
import { ExplainedError } from "../../platform/config/explained-error.ts";

/** The beginning that settles separator and header. */
const SAMPLE_BYTES = 256 * 1024;
const CHUNK_BYTES = 1024 * 1024;

/** A CSV file of records, its form found out. */
export interface RecordFile {
  readonly header: readonly string[];
  /** Reads all rows, in batches, as often as asked. */
  rows(): AsyncGenerator<CsvRow[]>;
}

/**
 * Opens a CSV file: its encoding is judged over all of it, separator and header by its beginning.
 * @throws ExplainedError for a file that cannot be opened or is empty.
 */
export async function openRecordFile(path: string): Promise<RecordFile> {
  const size = await sizeOf(path);
  if (size === 0) throw new ExplainedError(`${path} is empty.`);
  const sniffer = createEncodingSniffer();
  for await (const piece of createReadStream(path, { highWaterMark: CHUNK_BYTES })) sniffer.push(piece as Buffer);
  const sample = await readBeginning(path);
  const { format, header, firstRow } = previewCsv(sample, sample.length >= size, { sniffed: sniffer.result() });
  return {
    header,
    rows: () => {
      const stream = createReadStream(path, { start: firstRow.offset, highWaterMark: CHUNK_BYTES });
      return readCsvRows(stream as AsyncIterable<Uint8Array>, format, header.length, firstRow);
    },
  };
}

async function sizeOf(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    throw new ExplainedError(`${path} cannot be opened: ${error instanceof Error ? error.message : error}`);
  }
}

async function readBeginning(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}
