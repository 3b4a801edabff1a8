import { once } from "node:events";
import { parentPort, workerData } from "node:worker_threads";
import type { PartAsked, SheetThreadAnswer, SheetThreadPlan } from "./sheet-thread.ts";
import { unpackSheet } from "./unpack-sheet.ts";
import type { PackedBytes } from "./unpack-sheet.ts";
import { WorkbookRefused } from "./workbook-refused.ts";

// A thread of its own: unpacking a large sheet takes half a minute of one core, and requests are answered meanwhile.
if (!parentPort) throw new Error("this file is a worker thread");
const port = parentPort;
const { formats, from1904, strings, sheet } = workerData as SheetThreadPlan;
const say = (answer: SheetThreadAnswer): void => port.postMessage(answer);

/** Asks for a part piece by piece; an empty piece is its end. */
async function* pieces(part: PartAsked): AsyncGenerator<Uint8Array> {
  for (;;) {
    say({ kind: "wants", part });
    const [piece] = (await once(port, "message")) as [Uint8Array];
    if (piece.length === 0) return;
    yield piece;
  }
}

const packed = (part: PartAsked, isDeflated: boolean): PackedBytes => ({ isDeflated, bytes: pieces(part) });

try {
  const lines = unpackSheet({
    formats,
    from1904,
    strings: strings && packed("strings", strings.isDeflated),
    sheetOnce: packed("sheetOnce", sheet.isDeflated),
    sheetAgain: packed("sheetAgain", sheet.isDeflated),
  });
  const encoder = new TextEncoder();
  for await (const text of lines) say({ kind: "lines", bytes: encoder.encode(text) });
  say({ kind: "end" });
} catch (error) {
  if (error instanceof WorkbookRefused) say({ kind: "refused", fault: error.fault });
  else throw error;
}
port.close();
