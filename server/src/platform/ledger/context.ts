import type { Kysely } from "kysely";
import type { Pool, PoolClient } from "pg";
import type { Clock } from "../clock.ts";
import type { NewId } from "../ids.ts";
import type { Tables } from "../database/tables.generated.ts";

/** Who acts. A rule acts under the id of the rule; `system` is the house itself (sweeps, migrations). */
export type Actor =
  | { readonly kind: "person"; readonly personId: string }
  | { readonly kind: "rule"; readonly ruleId: string }
  | { readonly kind: "system" };

export type OperationSource = "web" | "api" | "command" | "job" | "migration" | "demo";

/** What a use case receives: the open transaction of one operation. Use cases never open one themselves. */
export interface Context {
  /** Queries on the transaction of the operation. */
  readonly tx: Kysely<Tables>;
  /** The same connection, for COPY: on any other the guard refuses the rows. */
  readonly client: PoolClient;
  readonly operationId: string;
  /** Whether it is a part of another act: the batch of a long operation, or the answer to an event. */
  readonly isPart: boolean;
  readonly actor: Actor;
  /** The instant of the operation; the same for everything in it. */
  readonly now: Date;
  readonly newId: NewId;
  /**
   * Announces that something happened to these records, in the same transaction, as one job of each subscriber per 1,000
   * ids. Events carry ids, never values.
   */
  emit(event: string, ids: readonly string[]): Promise<void>;
  /** Whether anybody would listen to the event; spares gathering ids for nobody. */
  hears(event: string): boolean;
  /** Merges words or counts into the summary of the operation. */
  summarise(summary: Record<string, unknown>): Promise<void>;
}

/** What a reading use case receives: a connection without an operation; writing through it is refused by the guard. */
export interface ReadContext {
  readonly tx: Kysely<Tables>;
  readonly now: Date;
}

/** One announcement: up to 1,000 records to which the same thing happened in one operation. */
export interface Announcement {
  readonly eventId: string;
  /** `<noun>.<past participle>`, for example `lead.captured`. */
  readonly event: string;
  /** The operation that announced it; the `cause_id` of whatever answers it. */
  readonly operationId: string;
  readonly ids: readonly string[];
}

/** Queues announcements as jobs of every subscriber, on the connection (and so in the transaction) it is given. */
export interface Announcer {
  announce(client: PoolClient, announcements: readonly Announcement[]): Promise<void>;
  /** Whether the event has a subscriber; absent = assume so. */
  hears?(event: string): boolean;
  /** Told of each announcement when its transaction has committed; for counting. */
  committed?(event: string): void;
}

/** What the house is made of, handed to everything that opens operations. */
export interface House {
  readonly pool: Pool;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly announcer: Announcer;
}
