/** A terminal that is closed says SIGHUP; without a terminal (nohup) that signal is nobody's wish. */
const SIGNALS = process.stdout.isTTY ? (["SIGINT", "SIGTERM", "SIGHUP"] as const) : (["SIGINT", "SIGTERM"] as const);

/** The exit code of a program that a signal ended, by the custom of shells. */
const INTERRUPTED = 130;

/**
 * Waits for Ctrl-C or a request to end. The first calls `stop`; the second aborts `hurry`, upon which waiting for
 * requests and jobs is cut short while the database still closes properly; the third ends the process where it is
 * (the guard of the embedded server then stops that one).
 */
export function onStopSignals(stop: (signal: string, hurry: AbortSignal) => void): void {
  const impatience = new AbortController();
  let received = 0;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      received += 1;
      if (received === 1) stop(signal, impatience.signal);
      else if (received === 2) impatience.abort();
      else process.exit(INTERRUPTED);
    });
  }
}
