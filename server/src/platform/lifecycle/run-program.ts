import type { Logger } from "pino";
import type { Config } from "../config/read-config.ts";
import { startJobs } from "../jobs/start-jobs.ts";
import { choosePort } from "./choose-port.ts";
import { addressOf, describeStart } from "./describe-start.ts";
import { isEmptyDatabase } from "./is-empty-database.ts";
import { keepPostgresRunning } from "./keep-postgres-running.ts";
import { openDatabase, type OpenDatabase } from "./open-database.ts";
import { openFoundation } from "./open-foundation.ts";
import { onStopSignals } from "./on-stop-signals.ts";
import { ProgramEnding, StoppedWhileStarting } from "./program-ending.ts";
import type { Foundation, ProgramParts } from "./program-parts.ts";
import { refusePublicBind } from "./refuse-public-bind.ts";
import { serveHealth } from "./serve-health.ts";
import type { StopStep } from "./stop-in-order.ts";

export interface ProgramOptions {
  readonly config: Config;
  readonly log: Logger;
  /** Where the log goes, when it is a file. */
  readonly logFile: string | undefined;
  readonly parts: ProgramParts;
  /** A line for the person at the terminal. */
  readonly say: (line: string) => void;
}

const DRAIN_MS = 10_000;
const JOBS_MS = 20_000;

/**
 * Runs the program until it is told to stop: database, migrations, demo, jobs, HTTP; and the same backwards at the end,
 * PostgreSQL last.
 * @returns the exit code.
 * @throws ExplainedError when it cannot start; whatever was started by then has been stopped.
 */
export async function runProgram(options: ProgramOptions): Promise<number> {
  const startedAt = performance.now();
  const { config, log, say } = options;
  for (const warning of config.warnings) say(warning);
  const ending = new ProgramEnding(log, say);
  try {
    const database = await openDatabase(config);
    ending.steps.unshift({ name: "database", stop: () => database.close() });
    onStopSignals((signal, hurry) => void ending.begin(0, hurry, signal));
    watchForTrouble(database, ending, log);
    for (const notice of database.notices) say(notice);
    const { address, signIn } = await startParts(options, database, ending);
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

async function startParts(
  { config, log, parts, say }: ProgramOptions,
  database: OpenDatabase,
  ending: ProgramEnding,
): Promise<{ address: string | undefined; signIn: readonly string[] }> {
  const { steps } = ending;
  const foundation = await openFoundation({ config, log, database, subscriptions: parts.subscriptions, steps });
  ending.check();
  if (config.demo && parts.loadDemo !== undefined && (await isEmptyDatabase(foundation.house.pool))) {
    await parts.loadDemo(foundation, say);
    ending.check();
  }
  if (parts.demoPasswordsInForce !== undefined) {
    refusePublicBind(config.host, await parts.demoPasswordsInForce(foundation));
  }
  if (config.role !== "web") {
    steps.unshift(await jobsStep(foundation, parts));
    ending.check();
  }
  const address = await serve(foundation, parts, steps);
  ending.check();
  const signIn = address === undefined ? [] : ((await parts.signInLines?.(foundation)) ?? []);
  return { address, signIn };
}

async function jobsStep(foundation: Foundation, parts: ProgramParts): Promise<StopStep> {
  const { house, connection, log } = foundation;
  const { readTimeZone } = parts;
  const jobs = await startJobs({
    house,
    connection,
    log,
    jobs: parts.jobs ?? [],
    subscriptions: parts.subscriptions ?? [],
    schedules: parts.schedules ?? [],
    longOperations: parts.longOperations ?? [],
    ...(readTimeZone === undefined ? {} : { timeZone: () => readTimeZone(house.pool) }),
  });
  return { name: "jobs", stop: () => jobs.stop(), patienceMs: JOBS_MS };
}

/** Pages where the role has them; a worker answers for its health alone, and only on a port that was set for it. */
async function serve(foundation: Foundation, parts: ProgramParts, steps: StopStep[]): Promise<string | undefined> {
  const { config, readHealth } = foundation;
  if (config.role === "worker" && !config.portWasSet) return undefined;
  const server = config.role === "worker" ? serveHealth(readHealth) : await parts.openWebServer(foundation);
  const step: StopStep = {
    name: "requests",
    stop: () => server.close(),
    force: () => server.closeConnections(),
    patienceMs: DRAIN_MS,
  };
  steps.unshift(step);
  const port = await choosePort(config);
  await server.listen(config.host, port);
  return addressOf(config.host, port);
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
