import fc from "fast-check";
import { expect, test } from "vitest";
import { BadBackup, decodeFrames, encodeFrame, type BackupFrame } from "./backup-frames.ts";

const header: BackupFrame = {
  kind: "header",
  header: {
    format: "tongzhou-backup",
    version: 1,
    madeAt: "2025-11-21T01:24:00.000Z",
    postgres: 170_010,
    migrations: [{ name: "0001-first.sql", checksum: "ab" }],
    partitions: [],
    tables: 1,
  },
};
const end: BackupFrame = { kind: "end", tables: 1 };

const middle = fc.oneof(
  fc.uint8Array({ maxLength: 300 }).map((bytes): BackupFrame => ({ kind: "rows", bytes: Buffer.from(bytes) })),
  fc
    .record({ schema: fc.string(), name: fc.string(), columns: fc.array(fc.string()) })
    .map((table): BackupFrame => ({ kind: "table", table })),
  fc.nat().map((rows): BackupFrame => ({ kind: "table end", rows })),
);

async function* inPieces(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let start = 0; start < bytes.length; start += size) yield bytes.subarray(start, start + size);
}

async function decode(bytes: Buffer, size: number): Promise<BackupFrame[]> {
  const frames: BackupFrame[] = [];
  for await (const frame of decodeFrames(inPieces(bytes, size))) frames.push(frame);
  return frames;
}

test("frames come out as they went in, however the bytes are cut", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(middle), fc.integer({ min: 1, max: 400 }), async (frames, size) => {
      const all = [header, ...frames, end];
      expect(await decode(Buffer.concat(all.map(encodeFrame)), size)).toEqual(all);
    }),
  );
});

test("a backup cut off anywhere is recognised", async () => {
  const bytes = Buffer.concat(
    [header, { kind: "rows" as const, bytes: Buffer.from("1\t林晓\n") }, end].map(encodeFrame),
  );
  for (let length = 0; length < bytes.length; length += 1) {
    await expect(decode(bytes.subarray(0, length), 64)).rejects.toBeInstanceOf(BadBackup);
  }
});

test("another kind of file is recognised", async () => {
  await expect(decode(Buffer.from("id,name\n1,林晓\n".repeat(10)), 64)).rejects.toBeInstanceOf(BadBackup);
});
