import { expect, test } from "vitest";
import type { ReadingPlan } from "./reading-plan.ts";
import { RowStream } from "./row-stream.ts";

const HEADER = "姓名,手机\n";
const ROWS = 60_000;
const BATCH_ROWS = 500;
const PIECE_BYTES = 64 * 1024;
const SLOW_ROWS = 8 * BATCH_ROWS;

const text =
  HEADER + Array.from({ length: ROWS }, (_, row) => `客户${row},138${String(row).padStart(8, "0")}\n`).join("");
const bytes = new TextEncoder().encode(text);
const headerBytes = new TextEncoder().encode(HEADER).length;

const plan: ReadingPlan = {
  batches: {
    format: { encoding: "utf-8", separator: ",", newline: "\n" },
    header: ["姓名", "手机"],
    columns: [
      { column: 0, target: "name" },
      { column: 1, target: "phone" },
    ],
    mode: "new",
    start: { offset: headerBytes, line: 2, row: 0 },
    batchRows: BATCH_ROWS,
  },
  dates: { timeZone: "Asia/Shanghai", order: null, now: Date.parse("2025-11-21T01:24:00Z") },
  currency: "CNY",
};

test("a file is read as its batches are taken, not all of it ahead of them", async () => {
  let handedOn = 0;
  async function* pieces(): AsyncGenerator<Uint8Array> {
    for (let at = headerBytes; at < bytes.length; at += PIECE_BYTES) {
      const piece = bytes.slice(at, at + PIECE_BYTES);
      handedOn += piece.length;
      yield piece;
    }
  }
  const stream = new RowStream(plan, pieces());
  let rows = 0;
  let ahead = 0;
  for (let next = await stream.next(); next; next = await stream.next()) {
    rows += next.batch.rows.length;
    // What is done with a batch takes a while, in which the thread goes on; the first few show whether it stops.
    if (rows <= SLOW_ROWS) await new Promise((resolve) => setTimeout(resolve, 150));
    ahead = Math.max(ahead, handedOn - (next.batch.to.offset - headerBytes));
    if (next.isLast) break;
  }
  await stream.close();
  expect(rows).toBe(ROWS);
  expect(handedOn).toBe(bytes.length - headerBytes);
  expect(ahead).toBeLessThan(4 * PIECE_BYTES);
}, 60_000);
