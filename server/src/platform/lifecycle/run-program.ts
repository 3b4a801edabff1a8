import type { Logger } from "pino";
import type { Config } from "../config/read-config.ts";
import { boundHeapGrowth } from "./bound-heap-growth.ts";
import { describeStart } from "./describe-start.ts";
import { keepPostgresRunning } from "./keep-postgres-running.ts";
import { openDatabase, type OpenDatabase } from "./open-database.ts";
import { onStopSignals } from "./on-stop-signals.ts";
import { ProgramEnding, StoppedWhileStarting } from "./program-ending.ts";
import type { ProgramParts } from "./program-parts.ts";

export interface ProgramOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Where the log goes, when it is a file. */
  readonly logFile: string | undefined;
  /** Called once, while the database starts. */
  readonly loadParts: () => Promise<ProgramParts>;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
}

/**
 * Runs the program until it is told to stop: database, migrations, demo, jobs, HTTP; and the same backwards at the end,
 * PostgreSQL last.
 * @returns the exit code.
 * @throws ExplainedError when it cannot start; whatever was started by then has been stopped.
 */
export async function runProgram(options: ProgramOptions): Promise<number> {
  const startedAt = performance.now();
  boundHeapGrowth();
  const { config, log, say } = options;
  for (const warning of config.warnings) say(warning);
  const ending = new ProgramEnding(log, say);
  try {
    // PostgreSQL starts in its own process while this one reads the larger part of its code, about a second of work.
    const opening = openDatabase(config);
    const loading = Promise.all([import("./start-parts.ts"), options.loadParts()]);
    loading.catch(() => undefined); // awaited below, when there is a database to stop
    const database = await opening;
    ending.steps.unshift({ name: "database", stop: () => database.close() });
    onStopSignals((signal, hurry) => void ending.begin(0, hurry, signal));
    watchForTrouble(database, ending, log);
    for (const notice of database.notices) say(notice);
    const [{ startParts }, parts] = await loading;
    const { address, signIn } = await startParts({ config, log, say, parts, database, ending });
    if (address !== undefined) database.embedded?.claim.describe({ address });
    const milliseconds = Math.round(performance.now() - startedAt);
    const facts = { config, address, database: database.description, logFile: options.logFile, signIn, milliseconds };
    for (const line of describeStart(facts)) say(line);
    log.info({ role: config.role, address, milliseconds }, "ready");
  } catch (error) {
    if (!(error instanceof StoppedWhileStarting)) {
      await ending.begin(1);
      throw error;
    }
  }
  return ending.code;
}

/** What ends a running program by itself: an error nobody caught, and an embedded server that does not stay up. */
function watchForTrouble(database: OpenDatabase, ending: ProgramEnding, log: Logger): void {
  process.on("uncaughtException", (error) => {
    log.fatal({ err: error }, "an error that nobody caught");
    void ending.begin(1);
  });
  if (database.embedded === undefined) return;
  void keepPostgresRunning(database.embedded, {
    onRestart: (milliseconds) => log.error({ milliseconds }, "PostgreSQL had ended by itself and runs again"),
    onGiveUp(reason) {
      log.fatal({ err: reason }, "PostgreSQL does not stay up");
      void ending.begin(1);
    },
  });
}
