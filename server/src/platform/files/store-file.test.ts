import { createHash, randomBytes } from "node:crypto";
import { Readable } from "node:stream";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { deleteFile } from "./delete-file.ts";
import { deleteUnfinishedFiles } from "./delete-unfinished-files.ts";
import { findFile } from "./find-file.ts";
import { readFile } from "./read-file.ts";
import { storeFile } from "./store-file.ts";
import { CHUNK_BYTES, FileNotFound, FileTooLarge } from "./stored-file.ts";

const HOUR_MS = 3_600_000;
const LEADS = { name: "线索 2025.csv", mediaType: "text/csv", purpose: "import" };

let database: TestDatabase;

beforeAll(async () => {
  database = await createTestDatabase();
});

async function* inPieces(bytes: Buffer, sizes: readonly number[]): AsyncGenerator<Buffer> {
  let start = 0;
  for (const size of sizes) {
    yield bytes.subarray(start, start + size);
    start += size;
  }
  if (start < bytes.length) yield bytes.subarray(start);
}

async function read(id: string, offset?: number): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of readFile(database.pool, id, offset)) parts.push(part);
  return Buffer.concat(parts);
}

async function rowsLeft(): Promise<number> {
  const { rows } = await database.pool.query<{ count: number }>(
    "select (select count(*) from stored_file) + (select count(*) from file_chunk) as count",
  );
  return rows[0]?.count ?? 0;
}

test("however a file arrives, it is read back from any offset byte by byte", async () => {
  const sizes = fc.oneof(
    fc.integer({ min: 0, max: 3000 }),
    fc.integer({ min: -2, max: 2 }).map((near) => CHUNK_BYTES + near),
    fc.integer({ min: -2, max: 2 }).map((near) => 2 * CHUNK_BYTES + near),
  );
  const pieces = fc.array(fc.integer({ min: 0, max: CHUNK_BYTES + 5 }), { maxLength: 6 });
  await fc.assert(
    fc.asyncProperty(sizes, pieces, fc.double({ min: 0, max: 1.1, noNaN: true }), async (size, cuts, share) => {
      const bytes = randomBytes(size);
      const stored = await storeFile(database.house, LEADS, inPieces(bytes, cuts));
      expect(stored).toMatchObject({ size, sha256: createHash("sha256").update(bytes).digest("hex") });
      expect((await read(stored.id)).equals(bytes)).toBe(true);
      const offset = Math.floor(share * size);
      expect((await read(stored.id, offset)).equals(bytes.subarray(offset))).toBe(true);
      await deleteFile(database.pool, stored.id);
    }),
    { numRuns: 25 },
  );
  expect(await rowsLeft()).toBe(0);
});

test("a stored file is found with its name, and cannot be found while it arrives", async () => {
  const createdBy = database.house.newId();
  let id = "";
  async function* slowly(): AsyncGenerator<Buffer> {
    yield Buffer.from("姓名,电话\n");
    const { rows } = await database.pool.query<{ id: string }>("select id from stored_file where not complete");
    id = rows[0]?.id ?? "";
    expect(await findFile(database.pool, id)).toBeUndefined();
    await expect(read(id)).rejects.toThrow(FileNotFound);
    yield Buffer.from("林晓,13800138000\n");
  }
  const stored = await storeFile(database.house, { ...LEADS, createdBy }, slowly());
  expect(stored.id).toBe(id);
  expect(await findFile(database.pool, id)).toEqual({ ...stored, name: "线索 2025.csv", createdBy });
  expect((await read(id)).toString()).toBe("姓名,电话\n林晓,13800138000\n");
  expect(await deleteFile(database.pool, id)).toBe(true);
  expect(await deleteFile(database.pool, id)).toBe(false);
});

test("more than the limit is refused as soon as it is too much, and nothing of it is kept", async () => {
  let sent = 0;
  async function* endless(): AsyncGenerator<Buffer> {
    for (;;) {
      sent += CHUNK_BYTES;
      yield Buffer.alloc(CHUNK_BYTES);
    }
  }
  const limitBytes = 3 * CHUNK_BYTES;
  await expect(storeFile(database.house, { ...LEADS, limitBytes }, endless())).rejects.toThrow(FileTooLarge);
  expect(sent).toBe(limitBytes + CHUNK_BYTES);
  expect(await rowsLeft()).toBe(0);
});

test("a sender who gives up leaves nothing", async () => {
  const broken = Readable.from(
    (async function* () {
      yield Buffer.alloc(CHUNK_BYTES + 1);
      throw new Error("connection reset");
    })(),
  );
  await expect(storeFile(database.house, LEADS, broken)).rejects.toThrow("connection reset");
  expect(await rowsLeft()).toBe(0);
});

test("what a killed process left unfinished is deleted after a day, and nothing else", async () => {
  const { house, pool } = database;
  const stored = await storeFile(house, LEADS, inPieces(Buffer.from("x"), []));
  await pool.query(
    "insert into stored_file (id, name, media_type, purpose, created_at) values ($1, 'half', 'text/csv', 'import', $2)",
    [house.newId(), house.clock.now()],
  );
  house.clock.advance(23 * HOUR_MS);
  expect(await deleteUnfinishedFiles(house)).toBe(0);
  house.clock.advance(2 * HOUR_MS);
  expect(await deleteUnfinishedFiles(house)).toBe(1);
  expect(await findFile(pool, stored.id)).toMatchObject({ size: 1 });
});

test("memory does not grow with the file", async () => {
  const megabytes = 192;
  const bound = 96 * CHUNK_BYTES;
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  const look = (): void => void (most = Math.max(most, process.memoryUsage().arrayBuffers - before));
  async function* large(): AsyncGenerator<Buffer> {
    for (let piece = 0; piece < megabytes; piece++) {
      look();
      yield Buffer.alloc(CHUNK_BYTES, piece);
    }
  }
  const stored = await storeFile(database.house, LEADS, large());
  let total = 0;
  for await (const part of readFile(database.pool, stored.id)) {
    look();
    total += part.length;
  }
  expect(total).toBe(megabytes * CHUNK_BYTES);
  expect(most).toBeLessThan(bound);
});
