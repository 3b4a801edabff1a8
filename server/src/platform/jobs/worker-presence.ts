import { randomInt } from "node:crypto";
import pg from "pg";
import type { Connection } from "../database/open-pool.ts";
import type { JobLog } from "./job-log.ts";
import { describeError } from "../log/describe-error.ts";

const HEARTBEAT_EVERY_MS = 2000;
const CONNECT_LIMIT_MS = 5000;
const QUERY_LIMIT_MS = 5000;
const LARGEST_LOCK_KEY = 2 ** 48 - 1;

/**
 * Shows the others that this process lives: a session advisory lock, which PostgreSQL releases in the moment the process
 * is gone, and a row that says which workers it has. Both are kept on one connection of their own, so a heartbeat proves
 * the lock.
 */
export class WorkerPresence {
  readonly #connection: Connection;
  readonly #processId: string;
  readonly #log: JobLog;
  #client: pg.Client | undefined;
  #lockKey = 0;
  #workerIds: readonly string[] = [];
  #timer: NodeJS.Timeout | undefined;
  #beating: Promise<void> = Promise.resolve();
  #stopped = false;

  constructor(connection: Connection, processId: string, log: JobLog) {
    this.#connection = connection;
    this.#processId = processId;
    this.#log = log;
  }

  /** Takes the lock and writes the row; from now on a heartbeat every two seconds. */
  async start(): Promise<void> {
    await this.#beat();
    this.#next();
  }

  /** Says which workers run in this process now. When it returns, their jobs are safe to fetch. */
  async register(workerIds: readonly string[]): Promise<void> {
    this.#workerIds = workerIds;
    await this.#inTurn();
  }

  /** Takes the row away and gives up the lock. */
  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    await this.#beating.catch(() => undefined);
    const client = this.#client;
    if (!client) return;
    this.#client = undefined;
    await client.query("delete from worker_process where id = $1", [this.#processId]).catch(() => undefined);
    await client.end().catch(() => undefined);
  }

  #next(): void {
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.#inTurn().then(
        () => this.#next(),
        (error: unknown) => {
          this.#log.warn({ error: describeError(error) }, "the heartbeat of the job workers failed");
          this.#next();
        },
      );
    }, HEARTBEAT_EVERY_MS);
  }

  /** One beat at a time, also when workers are registered while one is under way. */
  #inTurn(): Promise<void> {
    this.#beating = this.#beating.catch(() => undefined).then(() => this.#beat());
    return this.#beating;
  }

  async #beat(): Promise<void> {
    if (this.#stopped) return;
    const client = this.#client ?? (await this.#open());
    try {
      // Not an update: another process may have taken us for dead while the connection was away.
      await client.query(
        `insert into worker_process (id, worker_ids, lock_key) values ($1, $2, $3)
         on conflict (id) do update
         set worker_ids = excluded.worker_ids, lock_key = excluded.lock_key, heartbeat_at = now()`,
        [this.#processId, this.#workerIds, this.#lockKey],
      );
    } catch (error) {
      this.#drop(client);
      throw error;
    }
  }

  /** A new connection takes a new lock: the server may take a while to notice that the old one is gone. */
  async #open(): Promise<pg.Client> {
    const client = new pg.Client({
      ...this.#connection,
      application_name: "tongzhou worker presence",
      connectionTimeoutMillis: CONNECT_LIMIT_MS,
      query_timeout: QUERY_LIMIT_MS,
      keepAlive: true,
    });
    client.on("error", () => this.#drop(client));
    try {
      await client.connect();
      this.#lockKey = randomInt(LARGEST_LOCK_KEY);
      await client.query("select pg_advisory_lock($1)", [this.#lockKey]);
    } catch (error) {
      this.#drop(client);
      throw error;
    }
    this.#client = client;
    return client;
  }

  #drop(client: pg.Client): void {
    if (this.#client === client) this.#client = undefined;
    client.end().catch(() => undefined);
  }
}
