import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { RowBatch } from "../domain/row-batches.ts";
import type { ReadingPlan, RowsAnswer } from "./reading-plan.ts";

/** The file of the thread: beside this one in the sources, beside the program in what is built. */
const BUILT = new URL("./parse-rows.worker.js", import.meta.url);
const SOURCE = new URL("./parse-rows.worker.ts", import.meta.url);
/** What is remembered takes some 30 MiB; without a limit the thread would put off collecting far beyond it. */
const HEAP_LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 16 };
/** Sources are TypeScript, which a thread of Node 20 reads only when it registers a loader itself; the flag does it in programs alone. */
const LOAD_SOURCE = `import("tsx/esm/api").then(({ register }) => (register(), import(${JSON.stringify(SOURCE.href)})))`;

/** The file comes in pieces of a MiB, some 8,000 rows; handed on whole they would be several batches ahead. */
const PIECE_BYTES = 256 * 1024;

/**
 * Reads the rows of a file in a thread of its own, batch by batch, and always begins the next one before it is asked for:
 * parsing and normalising a million rows take as long as writing a tenth of them (measured: 12.6 s of 49 s), and a request must not
 * wait for either.
 */
export class RowStream {
  readonly #worker: Worker;
  readonly #bytes: AsyncIterator<Uint8Array>;
  #ready: RowBatch[] = [];
  #ended = false;
  #filling: Promise<void> | undefined;
  #broken: Error | undefined;
  readonly #closing = new AbortController();

  /** @param bytes the file from where the plan starts. */
  constructor(plan: ReadingPlan, bytes: AsyncIterable<Uint8Array>) {
    this.#bytes = smallPieces(bytes);
    this.#worker = startThread(plan);
    // Without a listener an error of the thread would end the process; whoever asks for the next batch is told.
    this.#worker.on("error", (error) => (this.#broken = error));
    this.#worker.on("exit", () => this.#closing.abort());
    this.#worker.unref();
  }

  /** The next batch and whether it is the last; undefined behind the last. @throws what the thread or the file throws. */
  async next(): Promise<{ batch: RowBatch; isLast: boolean } | undefined> {
    // Two ahead: only then it is known that a batch is not the last one.
    while (this.#ready.length < 2 && !this.#ended) await this.#fill();
    const batch = this.#ready.shift();
    if (!batch) return undefined;
    // A piece is several batches: fed for each of them, the thread would soon have read the whole file into memory.
    if (!this.#ended && this.#ready.length < 2) this.#fill().catch(() => undefined); // whoever asks next hears of it
    return { batch, isLast: this.#ended && this.#ready.length === 0 };
  }

  /** Ends the thread; whoever waits for a batch is told. */
  async close(): Promise<void> {
    this.#closing.abort();
    await this.#worker.terminate();
  }

  #fill(): Promise<void> {
    this.#filling ??= this.#feed().finally(() => (this.#filling = undefined));
    return this.#filling;
  }

  /** A failure is kept: a file whose reading failed once would look like one that has ended. */
  async #feed(): Promise<void> {
    if (this.#broken) throw this.#broken;
    try {
      await this.#feedOnce();
    } catch (error) {
      this.#broken ??= error instanceof Error ? error : new Error(String(error));
      throw this.#broken;
    }
  }

  async #feedOnce(): Promise<void> {
    const { value, done } = await this.#bytes.next();
    const answered = once(this.#worker, "message", this.#closing) as Promise<[RowsAnswer]>;
    this.#worker.postMessage(done ? null : value, []);
    const [{ batches }] = await answered;
    this.#ready.push(...batches);
    if (done) this.#ended = true;
  }
}

async function* smallPieces(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  for await (const piece of bytes) {
    for (let at = 0; at < piece.length; at += PIECE_BYTES) yield new Uint8Array(piece.subarray(at, at + PIECE_BYTES)); // a view would be cloned with all of its memory
  }
}

function startThread(workerData: ReadingPlan): Worker {
  const isSource = import.meta.url.endsWith(".ts");
  const options = { workerData, resourceLimits: HEAP_LIMITS };
  return isSource ? new Worker(LOAD_SOURCE, { ...options, eval: true }) : new Worker(BUILT, options);
}
