import { createReadStream } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { ExplainedError } from "../config/explained-error.ts";
import {
  BACKUP_VERSION,
  BadBackup,
  decodeFrames,
  type BackupFrame,
  type BackupHeader,
  type SequenceState,
} from "./backup-frames.ts";

const PIECE_BYTES = 256 * 1024;

export interface BackupContents {
  readonly header: BackupHeader;
  readonly sequences: readonly SequenceState[];
  readonly rows: number;
}

/**
 * The frames of a backup file, in order.
 * @throws ExplainedError when the file cannot be read, is damaged, cut off, or no backup.
 */
export async function* readFrames(file: string): AsyncGenerator<BackupFrame> {
  const gunzip = createGunzip({ chunkSize: PIECE_BYTES });
  const fed = pipeline(createReadStream(file), gunzip);
  fed.catch(() => undefined); // the reader of gunzip meets the same error
  try {
    yield* decodeFrames(gunzip);
    await fed;
  } catch (error) {
    throw explain(file, error);
  } finally {
    gunzip.destroy();
  }
}

/** Reads a backup from beginning to end, so that nothing is touched for one that turns out to be damaged. */
export async function verifyBackup(file: string): Promise<BackupContents> {
  let header: BackupHeader | undefined;
  let sequences: readonly SequenceState[] = [];
  let rows = 0;
  let tables = 0;
  for await (const frame of readFrames(file)) {
    if (frame.kind === "header") header = requireKnownVersion(file, frame.header);
    if (frame.kind === "sequences") sequences = frame.sequences;
    if (frame.kind === "table end") {
      rows += frame.rows;
      tables += 1;
    }
  }
  if (header === undefined || header.tables !== tables) throw explain(file, new BadBackup("tables are missing in it"));
  return { header, sequences, rows };
}

function requireKnownVersion(file: string, header: BackupHeader): BackupHeader {
  if (header.version > BACKUP_VERSION) {
    throw new ExplainedError(`${file} was written by a newer Tongzhou. Restore it with that version or a newer one.`);
  }
  return header;
}

const ZLIB_TROUBLE = /^Z_/;

function explain(file: string, error: unknown): unknown {
  const { code, message } = error as { code?: string; message: string };
  if (code === "ENOENT") return new ExplainedError(`There is no file ${file}.`);
  if (error instanceof BadBackup || ZLIB_TROUBLE.test(code ?? "")) {
    return new ExplainedError(
      `${file} cannot be restored: ${error instanceof BadBackup ? message : `it is damaged or no backup (${message})`}.`,
    );
  }
  return error;
}
