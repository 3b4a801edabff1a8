import { z } from "zod";

// A backup is a gzip stream of frames: one letter, the length as four bytes (big end first), the content.
// It begins with the header and ends with the end; one without an end was cut off.

const TableName = z.object({ schema: z.string(), name: z.string() });
export type TableName = z.infer<typeof TableName>;

export const BACKUP_FORMAT = "tongzhou-backup";
export const BACKUP_VERSION = 1;

const Header = z.object({
  format: z.literal(BACKUP_FORMAT),
  version: z.number().int(),
  madeAt: z.string(),
  /** `server_version_num` of the server it came from. */
  postgres: z.number().int(),
  /** The migrations the database had been through, in order. */
  migrations: z.array(z.object({ name: z.string(), checksum: z.string() })),
  /** Partitions are made when data comes, so the backup says how. */
  partitions: z.array(TableName.extend({ parent: TableName, bound: z.string() })),
  tables: z.number().int(),
});
export type BackupHeader = z.infer<typeof Header>;

const TableStart = TableName.extend({ columns: z.array(z.string()) });
export type TableStart = z.infer<typeof TableStart>;

const TableEnd = z.object({ rows: z.number().int() });

/** The numbers are text, because a sequence may be past what a JavaScript number holds exactly. */
const Sequence = TableName.extend({ value: z.string(), isCalled: z.boolean() });
export type SequenceState = z.infer<typeof Sequence>;

const End = z.object({ tables: z.number().int() });

export type BackupFrame =
  | { readonly kind: "header"; readonly header: BackupHeader }
  | { readonly kind: "table"; readonly table: TableStart }
  | { readonly kind: "rows"; readonly bytes: Buffer }
  | { readonly kind: "table end"; readonly rows: number }
  | { readonly kind: "sequences"; readonly sequences: readonly SequenceState[] }
  | { readonly kind: "end"; readonly tables: number };

const LETTERS = { header: "H", table: "T", rows: "D", "table end": "E", sequences: "S", end: "Z" } as const;
const HEAD_BYTES = 5;
const LONGEST_FRAME = 64 * 1024 * 1024;

/** A backup that cannot be read as one: cut off, damaged, or another kind of file. */
export class BadBackup extends Error {}

/** The bytes of a frame. */
export function encodeFrame(frame: BackupFrame): Buffer {
  const content = contentOf(frame);
  const head = Buffer.alloc(HEAD_BYTES);
  head.write(LETTERS[frame.kind], 0, "latin1");
  head.writeUInt32BE(content.length, 1);
  return Buffer.concat([head, content]);
}

function contentOf(frame: BackupFrame): Buffer {
  switch (frame.kind) {
    case "header":
      return json(frame.header);
    case "table":
      return json(frame.table);
    case "rows":
      return frame.bytes;
    case "table end":
      return json({ rows: frame.rows });
    case "sequences":
      return json(frame.sequences);
    case "end":
      return json({ tables: frame.tables });
  }
}

function json(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}

/**
 * Takes a stream of bytes apart into frames, however the bytes are cut.
 * @throws BadBackup when they are not a complete backup.
 */
export async function* decodeFrames(source: AsyncIterable<Buffer>): AsyncGenerator<BackupFrame> {
  let pending: Buffer = Buffer.alloc(0);
  let last: BackupFrame["kind"] | undefined;
  for await (const piece of source) {
    pending = pending.length === 0 ? piece : Buffer.concat([pending, piece]);
    let start = 0;
    while (pending.length - start >= HEAD_BYTES) {
      const length = pending.readUInt32BE(start + 1);
      if (length > LONGEST_FRAME) throw new BadBackup("it holds a piece of impossible length");
      const end = start + HEAD_BYTES + length;
      if (end > pending.length) break;
      const frame = decodeFrame(String.fromCharCode(pending[start] ?? 0), pending.subarray(start + HEAD_BYTES, end));
      if ((last === undefined) !== (frame.kind === "header")) throw new BadBackup("it does not begin with its header");
      last = frame.kind;
      yield frame;
      start = end;
    }
    pending = pending.subarray(start);
  }
  if (last !== "end" || pending.length > 0) throw new BadBackup("it is cut off");
}

function decodeFrame(letter: string, content: Buffer): BackupFrame {
  switch (letter) {
    case LETTERS.header:
      return { kind: "header", header: read(Header, content) };
    case LETTERS.table:
      return { kind: "table", table: read(TableStart, content) };
    case LETTERS.rows:
      return { kind: "rows", bytes: content };
    case LETTERS["table end"]:
      return { kind: "table end", rows: read(TableEnd, content).rows };
    case LETTERS.sequences:
      return { kind: "sequences", sequences: read(z.array(Sequence), content) };
    case LETTERS.end:
      return { kind: "end", tables: read(End, content).tables };
    default:
      throw new BadBackup("it holds something that is not of a backup");
  }
}

function read<Value>(schema: z.ZodType<Value>, content: Buffer): Value {
  try {
    return schema.parse(JSON.parse(content.toString("utf8")));
  } catch {
    throw new BadBackup("a description in it cannot be read");
  }
}
