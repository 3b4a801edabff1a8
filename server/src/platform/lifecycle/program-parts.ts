import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Config } from "../config/read-config.ts";
import type { Connection } from "../database/open-pool.ts";
import type { JobsOptions } from "../jobs/start-jobs.ts";
import type { House } from "../ledger/context.ts";
import type { Metrics } from "../metrics/metrics.ts";
import type { Health } from "./read-health.ts";

/** What the parts of the program stand on. */
export interface Foundation {
  readonly config: Config;
  readonly house: House;
  /** For connections apart from the pool of the house. */
  readonly connection: Connection;
  readonly log: Logger;
  readonly metrics: Metrics;
  /** Behind `GET /api/health`. */
  readonly readHealth: () => Promise<Health>;
}

/** Something that answers requests. */
export interface WebServer {
  listen(host: string, port: number): Promise<void>;
  /** Takes no new requests and settles when those under way are answered. */
  close(): Promise<void>;
  /** Ends the connections that `close` still waits for. */
  closeConnections(): void;
}

/** What the program is composed of; `main.ts` fills it in, because the platform knows no capability. */
export interface ProgramParts extends Pick<JobsOptions, "jobs" | "subscriptions" | "schedules" | "longOperations"> {
  openWebServer(foundation: Foundation): Promise<WebServer>;
  /** The company's time zone. */
  readTimeZone?(pool: Pool): Promise<string>;
  /** Whether the loading of the demo began in this database and did not end. */
  isDemoUnfinished?(foundation: Foundation): Promise<boolean>;
  /** Loads the demo company into an empty database, or one in which its loading did not end. */
  loadDemo?(foundation: Foundation, progress: (line: string) => void): Promise<void>;
  /** Whether somebody could sign in with a password that is printed for everybody. */
  demoPasswordsInForce?(foundation: Foundation): Promise<boolean>;
  /** How to sign in, a line each, for the end of the start. */
  signInLines?(foundation: Foundation): Promise<string[]>;
}
