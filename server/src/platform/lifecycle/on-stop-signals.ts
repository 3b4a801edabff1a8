/** A terminal that is closed says SIGHUP; without a terminal (nohup) that signal is nobody's wish. */
const SIGNALS = process.stdout.isTTY ? (["SIGINT", "SIGTERM", "SIGHUP"] as const) : (["SIGINT", "SIGTERM"] as const);

/** The exit code of a program that a signal ended, by the custom of shells. */
const INTERRUPTED = 130;

/** Under npm one Ctrl-C arrives twice, from the terminal and passed on by npm; what comes this soon after is the same wish. */
const SAME_WISH_MS = 500;

/**
 * Waits for Ctrl-C or a request to end. The first calls `stop`; the second aborts `hurry`, upon which waiting for
 * requests and jobs is cut short while the database still closes properly; the third ends the process where it is
 * (the guard of the embedded server then stops that one).
 */
export function onStopSignals(stop: (signal: string, hurry: AbortSignal) => void): void {
  const impatience = new AbortController();
  let wishes = 0;
  let last = Number.NEGATIVE_INFINITY;
  for (const signal of SIGNALS) {
    process.on(signal, () => {
      const now = performance.now();
      if (now - last < SAME_WISH_MS) return;
      last = now;
      wishes += 1;
      if (wishes === 1) stop(signal, impatience.signal);
      else if (wishes === 2) impatience.abort();
      else process.exit(INTERRUPTED);
    });
  }
}
