import type { Logger } from "pino";
import { stopInOrder, type StopStep } from "./stop-in-order.ts";

/** Thrown between two steps of a start that somebody stopped. */
export class StoppedWhileStarting extends Error {}

/** The end of a program: it happens once, whoever asks for it and however often. */
export class ProgramEnding {
  /** Settles with the exit code when everything has stopped. */
  readonly code: Promise<number>;
  /** What is running, the last thing started first. */
  readonly steps: StopStep[] = [];
  readonly #log: Logger;
  readonly #say: (line: string) => void;
  #settle: (code: number) => void = () => undefined;
  #begun = false;

  constructor(log: Logger, say: (line: string) => void) {
    this.#log = log;
    this.#say = say;
    this.code = new Promise((resolve) => (this.#settle = resolve));
  }

  /** Stops everything; the first call decides the exit code. Settles when it is done. */
  begin(code: number, hurry: AbortSignal = new AbortController().signal, signal?: string): Promise<number> {
    if (!this.#begun) void this.#run(code, hurry, signal);
    this.#begun = true;
    return this.code;
  }

  /** @throws StoppedWhileStarting when the end has begun. */
  check(): void {
    if (this.#begun) throw new StoppedWhileStarting();
  }

  async #run(code: number, hurry: AbortSignal, signal: string | undefined): Promise<void> {
    if (signal === "SIGINT") this.#say("\nStopping … (Ctrl-C again: do not wait for requests and jobs)");
    const unfinished = await stopInOrder([...this.steps], hurry, (step, error) =>
      this.#log.error({ err: error, step }, "did not stop in good order"),
    );
    if (this.steps.length > 0) this.#log.info({ unfinished }, "stopped");
    if (signal !== undefined) this.#say("Stopped.");
    this.#settle(unfinished.includes("database") ? 1 : code);
  }
}
