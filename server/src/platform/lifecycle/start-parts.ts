import type { Logger } from "pino";
import type { Config } from "../config/read-config.ts";
import { housekeeping } from "../jobs/housekeeping.ts";
import { startJobs } from "../jobs/start-jobs.ts";
import { choosePort } from "./choose-port.ts";
import { addressOf } from "./describe-start.ts";
import { isEmptyDatabase } from "./is-empty-database.ts";
import type { OpenDatabase } from "./open-database.ts";
import { openFoundation } from "./open-foundation.ts";
import type { ProgramEnding } from "./program-ending.ts";
import type { Foundation, ProgramParts } from "./program-parts.ts";
import { refusePublicBind } from "./refuse-public-bind.ts";
import { serveHealth } from "./serve-health.ts";
import type { StopStep } from "./stop-in-order.ts";

export interface PartsOptions {
  readonly config: Config;
  readonly log: Logger;
  readonly say: (line: string) => void;
  readonly parts: ProgramParts;
  readonly database: OpenDatabase;
  readonly ending: ProgramEnding;
}

export interface StartedParts {
  /** Where this process answers; undefined where it does not. */
  readonly address: string | undefined;
  /** How to sign in, a line each. */
  readonly signIn: readonly string[];
}

const DRAIN_MS = 10_000;
const JOBS_MS = 20_000;

/**
 * Starts everything that stands on an open database, and leaves the way to stop each thing with `ending`.
 * @throws ExplainedError for what a person can mend; StoppedWhileStarting when the end has begun meanwhile.
 */
export async function startParts(options: PartsOptions): Promise<StartedParts> {
  const { config, log, say, parts, database, ending } = options;
  const { steps } = ending;
  const foundation = await openFoundation({ config, log, database, subscriptions: parts.subscriptions, steps });
  ending.check();
  if (config.demo && (await wantsDemo(foundation, parts))) {
    await parts.loadDemo?.(foundation, say);
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

async function wantsDemo(foundation: Foundation, parts: ProgramParts): Promise<boolean> {
  return (await isEmptyDatabase(foundation.house.pool)) || (await parts.isDemoUnfinished?.(foundation)) === true;
}

async function jobsStep(foundation: Foundation, parts: ProgramParts): Promise<StopStep> {
  const { house, connection, log, metrics } = foundation;
  const { readTimeZone } = parts;
  const jobs = await startJobs({
    house,
    connection,
    log,
    jobs: parts.jobs ?? [],
    subscriptions: parts.subscriptions ?? [],
    schedules: [...housekeeping, ...(parts.schedules ?? [])],
    longOperations: parts.longOperations ?? [],
    observe: (report) => metrics.countAttempt(report),
    ...(readTimeZone === undefined ? {} : { timeZone: () => readTimeZone(house.pool) }),
  });
  return { name: "jobs", stop: () => jobs.stop(), patienceMs: JOBS_MS };
}

/** Pages where the role has them; a worker answers for its health and figures alone, and only on a port that was set for it. */
async function serve(foundation: Foundation, parts: ProgramParts, steps: StopStep[]): Promise<string | undefined> {
  const { config, readHealth, metrics } = foundation;
  if (config.role === "worker" && !config.portWasSet) return undefined;
  const server = config.role === "worker" ? serveHealth(readHealth, metrics) : await parts.openWebServer(foundation);
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
