import fc from "fast-check";
import { sql } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { look } from "../ledger/look.ts";
import { Invalid } from "../problems/refusal.ts";
import { behind, cutPage, decodeCursor, encodeCursor } from "./keyset.ts";
import type { KeyValue } from "./keyset.ts";

let database: TestDatabase;
beforeAll(async () => {
  database = await createTestDatabase();
});

describe("a cursor", () => {
  test("comes back as it went", () => {
    const value = fc.oneof(fc.string({ unit: "grapheme" }), fc.maxSafeInteger(), fc.boolean(), fc.constant(null));
    fc.assert(
      fc.property(fc.string(), fc.array(value, { minLength: 1, maxLength: 4 }), (order, keys) => {
        expect(decodeCursor(order, encodeCursor(order, keys as KeyValue[]), keys.length)).toEqual(keys);
      }),
    );
  });

  test("of another order, or made up, is refused", () => {
    const cursor = encodeCursor("by name", ["a", "1"]);
    expect(() => decodeCursor("by age", cursor, 2)).toThrow(Invalid);
    expect(() => decodeCursor("by name", cursor, 3)).toThrow(Invalid);
    expect(() => decodeCursor("by name", `${cursor}x`.slice(3), 2)).toThrow(Invalid);
    const nested = Buffer.from(JSON.stringify([1, "by name", { evil: 1 }, "1"])).toString("base64url");
    expect(() => decodeCursor("by name", nested, 2)).toThrow(Invalid);
    fc.assert(fc.property(fc.string(), (text) => void expect(() => decodeCursor("by name", text, 2)).toThrow(Invalid)));
  });
});

test("pages put together are the list, whatever the ties, the size and the direction", async () => {
  const rows = fc.array(fc.record({ key: fc.integer({ min: 0, max: 3 }), id: fc.uuid() }), { maxLength: 25 });
  await fc.assert(
    fc.asyncProperty(rows, fc.integer({ min: 1, max: 6 }), fc.boolean(), async (boats, limit, up) => {
      const unique = [...new Map(boats.map((boat) => [boat.id, boat])).values()];
      const direction = up ? "asc" : "desc";
      const paged: string[] = [];
      for (let cursor: string | undefined, pages = 0; pages <= unique.length; pages++) {
        const keys = cursor === undefined ? undefined : decodeCursor("boats", cursor, 2);
        const page = await readPage(unique, limit, direction, keys);
        paged.push(...page.rows.map((row) => row.id));
        cursor = page.nextCursor;
        if (cursor === undefined) break;
      }
      const whole = await readPage(unique, unique.length + 1, direction, undefined);
      expect(paged).toEqual(whole.rows.map((row) => row.id));
      expect(paged).toHaveLength(unique.length);
    }),
    { numRuns: 40 },
  );
});

interface Boat {
  readonly key: number;
  readonly id: string;
}

async function readPage(
  boats: readonly Boat[],
  limit: number,
  direction: "asc" | "desc",
  keys: KeyValue[] | undefined,
): Promise<{ rows: Boat[]; nextCursor?: string }> {
  const way = sql.raw(direction);
  const where = keys ? behind([sql.ref("b.key"), sql.ref("b.id")], keys, direction) : sql`true`;
  const { rows } = await look(database.house, "list", ({ tx }) =>
    sql<Boat>`select * from jsonb_to_recordset(${JSON.stringify(boats)}::jsonb) as b (key int, id uuid)
              where ${where} order by b.key ${way}, b.id ${way} limit ${limit + 1}`.execute(tx),
  );
  return cutPage(rows, limit, "boats", (row) => [row.key, row.id]);
}
