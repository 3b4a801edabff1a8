import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { ThreadAnswer, ThreadQuestion, MatchedContacts } from "./thread-messages.ts";

/** The file of the thread: beside this one in the sources, beside the program in what is built. */
const BUILT = new URL("./match-table.worker.js", import.meta.url);
const SOURCE = new URL("./match-table.worker.ts", import.meta.url);
/** Sources are TypeScript, which a thread of Node 20 reads only when it registers a loader itself; the flag does it in programs alone. */
const LOAD_SOURCE = `import("tsx/esm/api").then(({ register }) => (register(), import(${JSON.stringify(SOURCE.href)})))`;
/** Without a limit a base beyond all measure would take the program along. */
const HEAP_LIMITS = { maxOldGenerationSizeMb: 3072, maxYoungGenerationSizeMb: 64 };
/** Pieces that may lie with the thread: contacts are read faster than they are put into their normal form. */
const PIECES_AHEAD = 8;

/** A thread that matches all contacts with each other: it takes minutes of a core, and no request may wait for it. */
export class MatchingThread {
  /** How many contacts it has taken in, and up to which it has compared them. */
  taken = 0;
  compared = 0;
  readonly #worker: Worker;
  readonly #closing = new AbortController();
  #lying = 0;
  #matched: MatchedContacts | undefined;
  #broken: Error | undefined;

  constructor() {
    const isSource = import.meta.url.endsWith(".ts");
    const options = { resourceLimits: HEAP_LIMITS };
    this.#worker = isSource ? new Worker(LOAD_SOURCE, { ...options, eval: true }) : new Worker(BUILT, options);
    // Without a listener an error of the thread would end the process; whoever waits is told.
    this.#worker.on("error", (error) => (this.#broken = error));
    this.#worker.on("exit", () => this.#closing.abort());
    this.#worker.on("message", (answer: ThreadAnswer) => this.#hear(answer));
    this.#worker.unref();
  }

  /** Gives it a piece of the contacts; waits where many lie there. @throws what the thread throws. */
  async give(piece: Uint8Array): Promise<void> {
    while (this.#lying >= PIECES_AHEAD) await this.#hearMore();
    this.#lying++;
    this.#worker.postMessage(piece satisfies ThreadQuestion, []);
  }

  /** Lets it match what it was given. */
  begin(): void {
    this.#worker.postMessage(null satisfies ThreadQuestion, []);
  }

  /** Waits for the next it has to say. @returns what it found, once it has. @throws what the thread throws. */
  async next(): Promise<MatchedContacts | undefined> {
    if (this.#matched === undefined) await this.#hearMore();
    return this.#matched;
  }

  /** Ends the thread, whatever it does. */
  async close(): Promise<void> {
    await this.#worker.terminate();
  }

  #hear(answer: ThreadAnswer): void {
    if (answer.said === "matched") this.#matched = answer.matched;
    else if (answer.said === "compared") this.compared = answer.contacts;
    else {
      this.#lying--;
      this.taken = answer.contacts;
    }
  }

  async #hearMore(): Promise<void> {
    try {
      await once(this.#worker, "message", this.#closing);
    } catch (error) {
      throw this.#broken ?? error;
    }
  }
}
