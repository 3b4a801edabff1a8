import type { Pool } from "pg";
import type { Logger } from "pino";
import type { Clock } from "../clock.ts";
import type { Config } from "../config/read-config.ts";
import type { NewId } from "../ids.ts";
import type { Health } from "./read-health.ts";

/** What the parts of the program are made from. */
export interface Foundation {
  readonly config: Config;
  readonly pool: Pool;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly log: Logger;
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

/** Something that works off jobs. */
export interface JobRunner {
  /** Takes no new jobs and settles when those under way have ended. */
  stop(): Promise<void>;
  /** Gives the jobs under way back to the queue. */
  giveBack(): Promise<void>;
}

/** What the program is composed of; `main.ts` fills it in, because the platform knows no capability. */
export interface ProgramParts {
  createWebServer(foundation: Foundation): Promise<WebServer>;
  startJobs(foundation: Foundation): Promise<JobRunner>;
  /** Loads the demo company into an empty database. */
  loadDemo?(foundation: Foundation, progress: (line: string) => void): Promise<void>;
  /** Whether somebody could sign in with a password that is printed for everybody. */
  demoPasswordsInForce?(foundation: Foundation): Promise<boolean>;
  /** How to sign in, a line each, for the end of the start. */
  signInLines?(foundation: Foundation): Promise<string[]>;
}
