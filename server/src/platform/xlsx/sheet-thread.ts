import { on } from "node:events";
import { Worker } from "node:worker_threads";
import type { OpenedWorkbook, PackedPart, WorkbookSheet } from "./open-workbook.ts";
import { WorkbookRefused } from "./workbook-refused.ts";
import type { WorkbookFault } from "./workbook-refused.ts";

/** What the thread must know. */
export interface SheetThreadPlan extends Pick<OpenedWorkbook, "formats" | "from1904" | "strings"> {
  readonly sheet: PackedPart;
}

export type PartAsked = "strings" | "sheetOnce" | "sheetAgain";

/** What the thread says: it wants the next piece of a part, has lines, is done, or refuses. */
export type SheetThreadAnswer =
  | { readonly kind: "wants"; readonly part: PartAsked }
  | { readonly kind: "lines"; readonly bytes: Uint8Array }
  | { readonly kind: "end" }
  | { readonly kind: "refused"; readonly fault: WorkbookFault };

/** The file of the thread: beside this one in the sources, beside the program in what is built. */
const BUILT = new URL("./unpack-sheet.worker.js", import.meta.url);
const SOURCE = new URL("./unpack-sheet.worker.ts", import.meta.url);
/** Texts lie outside of it. */
const HEAP_LIMITS = { maxOldGenerationSizeMb: 128, maxYoungGenerationSizeMb: 16 };
/** Sources are TypeScript, which a thread of Node 20 reads only when it registers a loader itself. */
const LOAD_SOURCE = `import("tsx/esm/api").then(({ register }) => (register(), import(${JSON.stringify(SOURCE.href)})))`;
const PIECE_BYTES = 64 * 1024;
const END = new Uint8Array(0);

/** The bytes of a file from an offset on, in pieces of any size. */
export type ReadFrom = (offset: number) => AsyncIterable<Uint8Array>;

/**
 * The rows of a sheet as the bytes of lines in SHEET_FORMAT, read in a thread of its own.
 * @throws WorkbookRefused; what reading the file throws.
 */
export async function* readSheetLines(
  { formats, from1904, strings }: OpenedWorkbook,
  { part }: WorkbookSheet,
  readFrom: ReadFrom,
): AsyncGenerator<Uint8Array> {
  const plan: SheetThreadPlan = { formats, from1904, strings, sheet: part };
  const parts: Record<PartAsked, AsyncIterator<Uint8Array>> = {
    strings: piecesOf(strings, readFrom),
    sheetOnce: piecesOf(part, readFrom),
    sheetAgain: piecesOf(part, readFrom),
  };
  const worker = startThread(plan);
  const ending = new AbortController();
  worker.once("exit", () => ending.abort(new Error("the thread that unpacks a sheet has ended")));
  try {
    for await (const [said] of on(worker, "message", { signal: ending.signal })) {
      const answer = said as SheetThreadAnswer;
      if (answer.kind === "end") return;
      if (answer.kind === "refused") throw new WorkbookRefused(answer.fault);
      if (answer.kind === "lines") {
        yield answer.bytes;
        continue;
      }
      const { value, done } = await parts[answer.part].next();
      worker.postMessage(done ? END : value, []);
    }
  } finally {
    await worker.terminate();
  }
}

async function* piecesOf(part: PackedPart | null, readFrom: ReadFrom): AsyncGenerator<Uint8Array> {
  if (!part) return;
  let left = part.bytes;
  if (left === 0) return;
  for await (const chunk of readFrom(part.offset)) {
    for (let at = 0; at < chunk.length && left > 0; at += PIECE_BYTES) {
      const piece = chunk.subarray(at, at + Math.min(PIECE_BYTES, left));
      left -= piece.length;
      yield new Uint8Array(piece); // a view would be cloned with all of its memory
    }
    if (left <= 0) return;
  }
  throw new WorkbookRefused("damaged", "a part that ends too early");
}

function startThread(workerData: SheetThreadPlan): Worker {
  const isSource = import.meta.url.endsWith(".ts");
  const options = { workerData, resourceLimits: HEAP_LIMITS };
  return isSource ? new Worker(LOAD_SOURCE, { ...options, eval: true }) : new Worker(BUILT, options);
}
