import pg from "pg";
import type { Connection } from "../database/open-pool.ts";
import { silentJobLog } from "../jobs/job-log.ts";
import type { JobLog } from "../jobs/job-log.ts";
import { BROADCAST_CHANNEL, BroadcastMessage } from "./broadcast.ts";
import { describeError } from "../log/describe-error.ts";

const CHECK_EVERY_MS = 5000;
const ANSWER_LIMIT_MS = 5000;
const FIRST_RETRY_MS = 100;
const LONGEST_RETRY_MS = 5000;

export interface BroadcastListener {
  onMessage(message: BroadcastMessage): void;
  /** Messages may have been lost while the connection was away: empty caches, look again. */
  onGap?(): void;
}

export interface Broadcasts {
  /** @returns a function that ends the listening. */
  listen(listener: BroadcastListener): () => void;
  stop(): Promise<void>;
}

/**
 * Listens to what the processes of the house tell each other, on one connection of its own that is renewed for as long as
 * it takes. A silent connection is asked every five seconds whether it is still there.
 * @throws when the database cannot be reached at the start.
 */
export async function listenToBroadcasts(connection: Connection, log: JobLog = silentJobLog): Promise<Broadcasts> {
  const ear = new Ear(connection, log);
  await ear.open();
  return ear;
}

class Ear implements Broadcasts {
  readonly #connection: Connection;
  readonly #log: JobLog;
  readonly #listeners = new Set<BroadcastListener>();
  #client: pg.Client | undefined;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(connection: Connection, log: JobLog) {
    this.#connection = connection;
    this.#log = log;
  }

  listen(listener: BroadcastListener): () => void {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    clearTimeout(this.#timer);
    const client = this.#client;
    this.#client = undefined;
    await client?.end().catch(() => undefined);
  }

  async open(): Promise<void> {
    const client = new pg.Client({
      ...this.#connection,
      application_name: "tongzhou broadcasts",
      connectionTimeoutMillis: ANSWER_LIMIT_MS,
      query_timeout: ANSWER_LIMIT_MS,
      keepAlive: true,
    });
    let lost = false;
    const lose = (): void => {
      if (lost) return;
      lost = true;
      client.end().catch(() => undefined);
      if (this.#client === client) this.#reopen(FIRST_RETRY_MS);
    };
    client.on("error", lose);
    client.on("end", lose);
    client.on("notification", ({ payload }) => this.#pass(payload));
    try {
      await client.connect();
      await client.query(`listen ${BROADCAST_CHANNEL}`);
    } catch (error) {
      lose();
      throw error;
    }
    if (this.#stopped) return lose();
    this.#client = client;
    this.#check(client, lose);
  }

  #check(client: pg.Client, lose: () => void): void {
    this.#timer = setTimeout(() => {
      client.query("select 1").then(() => this.#client === client && this.#check(client, lose), lose);
    }, CHECK_EVERY_MS);
  }

  #reopen(delay: number): void {
    this.#client = undefined;
    clearTimeout(this.#timer);
    if (this.#stopped) return;
    this.#timer = setTimeout(() => {
      this.open().then(
        () => this.#tell((listener) => listener.onGap?.()),
        (error: unknown) => {
          this.#log.warn({ error: describeError(error) }, "broadcasts cannot be heard");
          this.#reopen(Math.min(delay * 2, LONGEST_RETRY_MS));
        },
      );
    }, delay);
  }

  #pass(payload: string | undefined): void {
    const message = BroadcastMessage.safeParse(parsed(payload));
    if (message.success) this.#tell((listener) => listener.onMessage(message.data));
    else this.#log.warn({ length: payload?.length ?? 0 }, "a broadcast could not be read");
  }

  /** One listener's error is no other's. */
  #tell(say: (listener: BroadcastListener) => void): void {
    for (const listener of this.#listeners) {
      try {
        say(listener);
      } catch (error) {
        this.#log.error({ error: describeError(error) }, "a listener to broadcasts failed");
      }
    }
  }
}

function parsed(text: string | undefined): unknown {
  try {
    return JSON.parse(text ?? "");
  } catch {
    return undefined;
  }
}
