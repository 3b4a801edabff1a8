import { AsyncLocalStorage } from "node:async_hooks";
import type { Pool, PoolClient } from "pg";
import { bindClient } from "../database/bind-client.ts";
import type { Actor, Announcement, Context, House, OperationSource } from "./context.ts";
import { fewAtOnce } from "./few-at-once.ts";
import type { OperationKind } from "./operation-kind.ts";

/** Deadlocks and serialization failures are the database's way of saying "again"; more often than this is a design fault. */
const ATTEMPTS = 4;
const AGAIN = new Set(["40P01", "40001"]);
const MAX_EVENT_IDS = 1000;
/** Announcements are queued together at the end, and before whenever so many wait: a millionfold undo must not hold them all. */
const ANNOUNCED_AT_ONCE = 20;

export interface OperationRequest {
  readonly actor: Actor;
  readonly kind: OperationKind;
  readonly source: OperationSource;
  /** Words and numbers for the sentence of the operation; never personal data that may be erased later. */
  readonly summary?: Record<string, unknown>;
  /** The long operation that this one is a batch of. */
  readonly parentId?: string;
  /** The operation that announced the event this one answers. */
  readonly causeId?: string;
  /** `repeatable read` for work that plans first and must not act on rows changed meanwhile; a conflict runs it again. */
  readonly isolation?: "read committed" | "repeatable read";
}

export interface Operated<Result> {
  readonly operationId: string;
  readonly result: Result;
}

const insideOperation = new AsyncLocalStorage<string>();

/**
 * The one way to write business rows: one transaction, one row in `operation`, whatever `work` does inside it.
 * `work` may run again from the start after a deadlock, so it must keep its effects in the database.
 * @throws what `work` throws, after rolling everything back; an error when called inside another operation.
 */
export async function operate<Result>(
  house: House,
  request: OperationRequest,
  work: (context: Context) => Promise<Result>,
): Promise<Operated<Result>> {
  const outer = insideOperation.getStore();
  if (outer)
    throw new Error(`operate(${request.kind.name}) was called inside the operation ${outer}; pass its context on`);
  return insideOperation.run(request.kind.name, () =>
    fewAtOnce(house.pool, request.kind, () => repeatOnDeadlock(() => operateOnce(house, request, work))),
  );
}

async function repeatOnDeadlock<Result>(attempt: () => Promise<Result>): Promise<Result> {
  for (let count = 1; ; count++) {
    try {
      return await attempt();
    } catch (error) {
      if (count === ATTEMPTS || !AGAIN.has((error as { code?: string }).code ?? "")) throw error;
    }
  }
}

async function operateOnce<Result>(
  house: House,
  request: OperationRequest,
  work: (context: Context) => Promise<Result>,
): Promise<Operated<Result>> {
  const now = house.clock.now();
  await ensureChangeMonth(house.pool, now);
  const operationId = house.newId();
  const client = await house.pool.connect();
  let broken: Error | undefined;
  try {
    await client.query(`begin isolation level ${request.isolation ?? "read committed"}`);
    await openOperation(client, operationId, now, request);
    const announcements = new Announcements(house, client);
    const result = await work(contextOf(house, client, operationId, now, request, announcements));
    await announcements.send();
    await client.query("commit");
    announcements.committed();
    return { operationId, result };
  } catch (error) {
    broken = await rollback(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

/** Rolls back; answers the error when the connection itself is gone, so that the pool drops it. */
async function rollback(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query("rollback");
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

async function openOperation(client: PoolClient, id: string, now: Date, request: OperationRequest): Promise<void> {
  const { actor, kind, source, summary = {}, parentId = null, causeId = null } = request;
  const actorId = actor.kind === "person" ? actor.personId : actor.kind === "rule" ? actor.ruleId : null;
  await client.query({
    name: "open-operation",
    text: `with opened as (
             insert into operation (id, kind, actor_kind, actor_id, at, source, summary, parent_id, cause_id)
             values ($1, $2, $3, $4, $5, $6, $7, $8, $9))
           select set_config('tongzhou.operation', $1::uuid::text, true), set_config('tongzhou.at', $5::timestamptz::text, true)`,
    values: [id, kind.name, actor.kind, actorId, now.toISOString(), source, summary, parentId, causeId],
  });
}

/** What an operation announces: one statement queues all of it, however many acts had something to say. */
class Announcements {
  readonly #house: House;
  readonly #client: PoolClient;
  readonly #events: string[] = [];
  #waiting: Announcement[] = [];

  constructor(house: House, client: PoolClient) {
    this.#house = house;
    this.#client = client;
  }

  async add(announcement: Announcement): Promise<void> {
    this.#events.push(announcement.event);
    this.#waiting.push(announcement);
    if (this.#waiting.length >= ANNOUNCED_AT_ONCE) await this.send();
  }

  async send(): Promise<void> {
    const waiting = this.#waiting;
    this.#waiting = [];
    if (waiting.length > 0) await this.#house.announcer.announce(this.#client, waiting);
  }

  /** Tells whoever counts. */
  committed(): void {
    for (const event of this.#events) this.#house.announcer.committed?.(event);
  }
}

function contextOf(
  house: House,
  client: PoolClient,
  operationId: string,
  now: Date,
  { actor, parentId, causeId }: OperationRequest,
  announcements: Announcements,
): Context {
  return {
    tx: bindClient(client, true),
    client,
    operationId,
    isPart: parentId !== undefined || causeId !== undefined,
    actor,
    now,
    newId: house.newId,
    async emit(event, ids) {
      for (let start = 0; start < ids.length; start += MAX_EVENT_IDS) {
        const part = ids.slice(start, start + MAX_EVENT_IDS);
        await announcements.add({ eventId: house.newId(), event, operationId, ids: part });
      }
    },
    hears: (event) => house.announcer.hears?.(event) ?? true,
    async summarise(summary) {
      await client.query("update operation set summary = summary || $2 where id = $1", [operationId, summary]);
    },
  };
}

const preparedMonths = new WeakMap<Pool, Set<string>>();

/** The partition of `change` that the instant falls into must exist before the transaction that writes images. */
async function ensureChangeMonth(pool: Pool, instant: Date): Promise<void> {
  const month = instant.toISOString().slice(0, 7);
  const known = preparedMonths.get(pool) ?? new Set<string>();
  if (known.has(month)) return;
  await pool.query("select ledger.ensure_months('change', $1, $1)", [instant.toISOString()]);
  preparedMonths.set(pool, known.add(month));
}
