import type { Logger } from "pino";
import { systemClock } from "../clock.ts";
import { ExplainedError } from "../config/explained-error.ts";
import type { Config } from "../config/read-config.ts";
import { readMigrations } from "../database/migrate.ts";
import { openPool } from "../database/open-pool.ts";
import { createIds } from "../ids.ts";
import { choosePort } from "./choose-port.ts";
import { addressOf, describeStart } from "./describe-start.ts";
import { isEmptyDatabase } from "./is-empty-database.ts";
import { keepPostgresRunning } from "./keep-postgres-running.ts";
import { migrateDatabase } from "./migrate-database.ts";
import { openDatabase } from "./open-database.ts";
import { onStopSignals } from "./on-stop-signals.ts";
import type { Foundation, ProgramParts, WebServer } from "./program-parts.ts";
import { readHealth } from "./read-health.ts";
import { refusePublicBind } from "./refuse-public-bind.ts";
import { serveHealth } from "./serve-health.ts";
import { stopInOrder, type StopStep } from "./stop-in-order.ts";

export interface ProgramOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly logFile: string | undefined;
  readonly parts: ProgramParts;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
}

const DRAIN_MS = 10_000;
const JOBS_MS = 20_000;
const CONNECTIONS_MS = 5_000;

/** Thrown between two steps of a start that somebody stopped. */
class StoppedWhileStarting extends Error {}

/**
 * Runs the program until it is told to stop: database, migrations, demo, jobs, HTTP; and the same backwards at the end,
 * PostgreSQL last.
 * @returns the exit code.
 * @throws ExplainedError when it cannot start; whatever was started by then has been stopped.
 */
export async function runProgram(options: ProgramOptions): Promise<number> {
  const startedAt = performance.now();
  const { config, log, parts, say } = options;
  for (const warning of config.warnings) say(warning);

  const steps: StopStep[] = [];
  const ending = endingOf(steps, log, say);
  try {
    const database = await openDatabase(config);
    steps.unshift({ name: "database", stop: () => database.close() });
    onStopSignals((signal, hurry) => void ending.begin(0, hurry, signal));
    process.on("uncaughtException", (error) => {
      log.fatal({ err: error }, "uncaught");
      void ending.begin(1);
    });
    for (const notice of database.notices) say(notice);
    const { embedded } = database;
    if (embedded !== undefined) {
      void keepPostgresRunning(embedded, {
        onRestart: (milliseconds) => log.error({ milliseconds }, "PostgreSQL had ended by itself and runs again"),
        onGiveUp: (reason) => {
          log.fatal({ err: reason }, "PostgreSQL does not stay up");
          void ending.begin(1);
        },
      });
    }

    const pool = openPool(database.connection, { onError: (error) => log.warn({ err: error }, "database connection") });
    steps.unshift({ name: "connections", stop: () => pool.end(), patienceMs: CONNECTIONS_MS });
    const clock = systemClock;
    const newId = createIds(clock);
    const migrationNames = (await readMigrations()).map((migration) => migration.name);
    const applied = await migrateDatabase(pool, newId);
    if (applied.length > 0) log.info({ migrations: applied }, "migrated");
    ending.check();

    const foundation: Foundation = {
      config,
      pool,
      clock,
      newId,
      log,
      readHealth: () => readHealth({ pool, role: config.role, migrationNames }),
    };
    await loadDemoIfWanted(foundation, parts, say);
    refusePublicBind(config.host, (await parts.demoPasswordsInForce?.(foundation)) ?? false);
    ending.check();

    if (config.role !== "web") {
      const jobs = await parts.startJobs(foundation);
      steps.unshift({ name: "jobs", stop: () => jobs.stop(), force: () => jobs.giveBack(), patienceMs: JOBS_MS });
      ending.check();
    }
    const address = await serve(foundation, parts, steps);
    ending.check();
    if (address !== undefined) embedded?.claim.describe({ address });
    const signIn = address === undefined ? [] : ((await parts.signInLines?.(foundation)) ?? []);
    const milliseconds = performance.now() - startedAt;
    const facts = { config, address, database: database.description, logFile: options.logFile, signIn, milliseconds };
    for (const line of describeStart(facts)) say(line);
    log.info({ role: config.role, address, milliseconds: Math.round(milliseconds) }, "ready");
  } catch (error) {
    if (!(error instanceof StoppedWhileStarting)) {
      await ending.begin(1);
      throw error;
    }
  }
  return ending.code;
}

async function loadDemoIfWanted(
  foundation: Foundation,
  parts: ProgramParts,
  say: (line: string) => void,
): Promise<void> {
  const { config, pool } = foundation;
  if (!config.demo || parts.loadDemo === undefined || !(await isEmptyDatabase(pool))) return;
  await parts.loadDemo(foundation, say);
}

/** Pages where the role has them; a worker answers for its health alone, and only on a port that was set for it. */
async function serve(foundation: Foundation, parts: ProgramParts, steps: StopStep[]): Promise<string | undefined> {
  const { config } = foundation;
  if (config.role === "worker" && !config.portWasSet) return undefined;
  const server: WebServer =
    config.role === "worker" ? serveHealth(foundation.readHealth) : await parts.createWebServer(foundation);
  const port = await choosePort(config);
  await server.listen(config.host, port);
  steps.unshift({
    name: "requests",
    stop: () => server.close(),
    force: () => server.closeConnections(),
    patienceMs: DRAIN_MS,
  });
  return addressOf(config.host, port);
}

interface Ending {
  /** Settles with the exit code when everything has stopped. */
  readonly code: Promise<number>;
  /** Stops everything; the first call decides the exit code. Settles when it is done. */
  begin(code: number, hurry?: AbortSignal, signal?: string): Promise<number>;
  /** @throws StoppedWhileStarting when the end has begun. */
  check(): void;
}

function endingOf(steps: readonly StopStep[], log: Logger, say: (line: string) => void): Ending {
  let settle: (code: number) => void = () => undefined;
  const code = new Promise<number>((resolve) => (settle = resolve));
  let begun = false;
  const run = async (wanted: number, hurry: AbortSignal, signal: string | undefined): Promise<void> => {
    if (signal === "SIGINT") say("\nStopping … (Ctrl-C again: do not wait for requests and jobs)");
    const unfinished = await stopInOrder([...steps], hurry, (step, error) => log.error({ err: error, step }, "stop"));
    if (steps.length > 0) log.info({ unfinished }, "stopped");
    if (signal !== undefined) say("Stopped.");
    settle(unfinished.includes("database") ? 1 : wanted);
  };
  return {
    code,
    begin(wanted, hurry = new AbortController().signal, signal) {
      if (!begun) void run(wanted, hurry, signal);
      begun = true;
      return code;
    },
    check() {
      if (begun) throw new StoppedWhileStarting();
    },
  };
}

/** Prints why a program cannot go on: a sentence for what a person can mend, everything for a defect. */
export function explainFailure(error: unknown): string {
  if (error instanceof ExplainedError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
