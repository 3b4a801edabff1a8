import { setTimeout as sleep } from "node:timers/promises";
import type { RunningPostgres } from "../postgres/start-postgres.ts";

export interface RestartNews {
  /** The server ended by itself and runs again; `milliseconds` from its end until it took connections. */
  onRestart(milliseconds: number): void;
  /** It does not stay up; the program should end. */
  onGiveUp(reason: Error): void;
}

const MOST_RESTARTS = 5;
const WITHIN_MS = 60_000;
const PAUSE_MS = 100;

/**
 * Starts the embedded server again whenever it ends without having been told to (killed, out of memory). Everything
 * acknowledged is in its log on disk, so it comes back with it. Settles when the server was stopped or given up.
 */
export async function keepPostgresRunning(postgres: RunningPostgres, news: RestartNews): Promise<void> {
  const restarts: number[] = [];
  for (;;) {
    await postgres.ended();
    const endedAt = Date.now();
    restarts.push(endedAt);
    if (restarts.filter((instant) => instant > endedAt - WITHIN_MS).length > MOST_RESTARTS) {
      return news.onGiveUp(new Error(`PostgreSQL ended ${MOST_RESTARTS + 1} times within a minute`));
    }
    try {
      if (!(await postgres.restart())) return;
    } catch (error) {
      return news.onGiveUp(error as Error);
    }
    news.onRestart(Date.now() - endedAt);
    await sleep(PAUSE_MS);
  }
}
