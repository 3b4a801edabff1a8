import { afterEach, beforeAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { createTestDatabase } from "../database/test-database.ts";
import type { TestDatabase } from "../database/test-database.ts";
import { operate } from "../ledger/operate.ts";
import { operationKind } from "../ledger/operation-kind.ts";
import { undoOperation } from "../ledger/undo/undo-operation.ts";
import { beginLongOperation } from "./begin-long-operation.ts";
import { pauseLongOperation, resumeLongOperation, stopLongOperation } from "./control-long-operation.ts";
import { listDeadJobs } from "./dead-jobs.ts";
import { failAbandonedLongOperations } from "./fail-abandoned-long-operations.ts";
import { listLongOperations, readLongOperation } from "./list-long-operations.ts";
import { defineLongOperation } from "./long-operation.ts";
import { wakeWorkers } from "./release-dead-workers.ts";
import { startJobs } from "./start-jobs.ts";
import type { RunningJobs } from "./start-jobs.ts";
import { waitUntil } from "./wait-until.ts";

const BEGIN = operationKind("step.begin");
const BATCH = operationKind("step.batch");
const LIN_XIAO = "0197a000-0000-7000-8000-000000000001";
const ZHAO_LEI = "0197a000-0000-7000-8000-000000000002";
const STEPS = 12;

let database: TestDatabase;
let running: RunningJobs[] = [];

/** What the batch with this number does before it writes. */
let atStep: (number: number) => Promise<void> = async () => undefined;

const Steps = z.object({ steps: z.number() });
const Step = z.object({ next: z.number() });
const climb = defineLongOperation<z.infer<typeof Steps>, z.infer<typeof Step>>({
  name: "test.climb",
  batchKind: BATCH,
  request: Steps,
  position: Step,
  async batch({ client, newId }, { request, position: { next } }) {
    await atStep(next);
    await client.query("insert into step (id, number) values ($1, $2)", [newId(), next]);
    return {
      position: { next: next + 1 },
      done: 1,
      counts: { [next % 2 ? "odd" : "even"]: 1 },
      isLast: next === request.steps,
    };
  },
});

beforeAll(async () => {
  database = await createTestDatabase();
  await database.pool.query(`
    create table step (id uuid primary key, number int not null, operation_id uuid not null default current_operation());
    comment on table step is 'kind: business. What the long operation of the tests writes.';
    select ledger.attach_all();`);
});

beforeEach(() => void (atStep = async () => undefined));

afterEach(async () => {
  await Promise.all(running.map((jobs) => jobs.stop()));
  running = [];
  await operate(database.house, { actor: { kind: "system" }, kind: BEGIN, source: "command" }, ({ client }) =>
    client.query("delete from step"),
  );
});

async function begin(): Promise<string> {
  const actor = { kind: "person", personId: LIN_XIAO } as const;
  const { result } = await operate(database.house, { actor, kind: BEGIN, source: "web" }, (context) =>
    beginLongOperation(context, climb, { request: { steps: STEPS }, position: { next: 1 }, total: STEPS }),
  );
  return result;
}

async function startWorkers(): Promise<RunningJobs> {
  const jobs = await startJobs({ house: database.house, connection: database.connection, longOperations: [climb] });
  running.push(jobs);
  return jobs;
}

/** Lets a test do something in the middle: batch `number` waits until it is told to go on. */
function holdAt(number: number): { reached: Promise<void>; goOn: () => void } {
  let reach = (): void => undefined;
  let goOn = (): void => undefined;
  const reached = new Promise<void>((resolve) => (reach = resolve));
  const held = new Promise<void>((resolve) => (goOn = resolve));
  atStep = async (step) => {
    if (step !== number) return;
    reach();
    await held;
  };
  return { reached, goOn: () => goOn() };
}

const stateOf = async (id: string) => (await readLongOperation(database.pool, id))?.state;
const reaches = (id: string, state: string) => waitUntil(async () => (await stateOf(id)) === state);

async function steps(): Promise<number[]> {
  const { rows } = await database.pool.query<{ number: number }>("select number from step order by id");
  return rows.map(({ number }) => number);
}

const upTo = (last: number): number[] => Array.from({ length: last }, (_, place) => place + 1);

test("a long operation runs batch by batch to its end, each batch a child of it and an act of who began it", async () => {
  const id = await begin();
  expect(await readLongOperation(database.pool, id)).toMatchObject({
    state: "queued",
    done: 0,
    total: STEPS,
    personId: LIN_XIAO,
  });
  await startWorkers();
  await reaches(id, "done");
  expect(await steps()).toEqual(upTo(STEPS));
  expect(await readLongOperation(database.pool, id)).toMatchObject({ done: STEPS, counts: { odd: 6, even: 6 } });
  const { rows } = await database.pool.query("select distinct kind, actor_id from operation where parent_id = $1", [
    id,
  ]);
  expect(rows).toEqual([{ kind: "step.batch", actor_id: LIN_XIAO }]);
});

test("an operation that begins a long one and fails has begun nothing", async () => {
  const failing = operate(
    database.house,
    { actor: { kind: "system" }, kind: BEGIN, source: "web" },
    async (context) => {
      await beginLongOperation(context, climb, { request: { steps: STEPS }, position: { next: 1 } });
      throw new Error("no");
    },
  );
  await expect(failing).rejects.toThrow("no");
  expect(await listLongOperations(database.pool, { open: true, limit: 10 })).toEqual([]);
});

test("pausing ends after the batch under way, and resuming goes on behind it", async () => {
  const { reached, goOn } = holdAt(5);
  const id = await begin();
  await startWorkers();
  await reached;
  expect(await pauseLongOperation(database.house, id, ZHAO_LEI)).toBe("paused");
  goOn();
  await waitUntil(async () => (await steps()).length === 5);
  expect(await readLongOperation(database.pool, id)).toMatchObject({ state: "paused", changedById: ZHAO_LEI });
  expect(await pauseLongOperation(database.house, id, ZHAO_LEI)).toBeUndefined();
  expect(await resumeLongOperation(database.house, id, LIN_XIAO)).toBe("queued");
  await reaches(id, "done");
  expect(await steps()).toEqual(upTo(STEPS));
});

test("stopping keeps what is done, and it can still be resumed", async () => {
  const { reached, goOn } = holdAt(4);
  const id = await begin();
  await startWorkers();
  await reached;
  expect(await stopLongOperation(database.house, id, LIN_XIAO)).toBe("stopping");
  goOn();
  await reaches(id, "stopped");
  expect(await steps()).toEqual(upTo(4));
  expect(await stopLongOperation(database.house, id, LIN_XIAO)).toBeUndefined();
  expect(await resumeLongOperation(database.house, id, LIN_XIAO)).toBe("queued");
  await reaches(id, "done");
  expect(await steps()).toEqual(upTo(STEPS));
});

test("stopping what waits for a worker writes nothing", async () => {
  const id = await begin();
  expect(await stopLongOperation(database.house, id, LIN_XIAO)).toBe("stopping");
  await startWorkers();
  await reaches(id, "stopped");
  expect(await steps()).toEqual([]);
  expect((await database.pool.query("select from operation where parent_id = $1", [id])).rowCount).toBe(0);
});

test("a batch that fails is tried again without repeating the others; when it keeps failing a person may resume", async () => {
  let broken = true;
  atStep = async (step) => {
    if (step === 3 && broken) throw new Error("the ladder is too short");
  };
  const id = await begin();
  await startWorkers();
  await waitUntil(async () => (await readLongOperation(database.pool, id))?.error !== undefined);
  expect(await readLongOperation(database.pool, id)).toMatchObject({
    state: "running",
    done: 2,
    error: "the ladder is too short",
  });
  const skippingBackOff = setInterval(() => {
    void database.pool
      .query("update graphile_worker._private_jobs set run_at = now() where locked_at is null")
      .then(() => wakeWorkers(database.pool));
  }, 100);
  await reaches(id, "failed").finally(() => clearInterval(skippingBackOff));
  expect(await listDeadJobs(database.pool, { limit: 10 })).toEqual([]);
  expect(await listLongOperations(database.pool, { open: true, limit: 10 })).toMatchObject([{ id, state: "failed" }]);
  broken = false;
  expect(await resumeLongOperation(database.house, id, LIN_XIAO)).toBe("queued");
  await reaches(id, "done");
  expect(await readLongOperation(database.pool, id)).toMatchObject({ error: undefined, done: STEPS });
  expect(await steps()).toEqual(upTo(STEPS));
}, 60_000);

test("undoing a stopped one takes its batches back, and it cannot be resumed any more", async () => {
  const { reached, goOn } = holdAt(6);
  const id = await begin();
  await startWorkers();
  await reached;
  await stopLongOperation(database.house, id, LIN_XIAO);
  goOn();
  await reaches(id, "stopped");
  await undoOperation(database.house, { operationId: id, actor: { kind: "system" }, source: "web" });
  expect(await steps()).toEqual([]);
  expect(await resumeLongOperation(database.house, id, LIN_XIAO)).toBeUndefined();
});

test("an undo right after the stop waits for the batch under way and takes it back too", async () => {
  const { reached, goOn } = holdAt(6);
  const id = await begin();
  await startWorkers();
  await reached;
  await stopLongOperation(database.house, id, LIN_XIAO);
  const undoing = undoOperation(database.house, { operationId: id, actor: { kind: "system" }, source: "web" });
  goOn();
  await undoing;
  await reaches(id, "stopped");
  expect(await steps()).toEqual([]);
});

test("a slice that comes after its long operation was undone writes nothing and settles it", async () => {
  const id = await begin();
  await undoOperation(database.house, { operationId: id, actor: { kind: "system" }, source: "web" });
  await startWorkers();
  await reaches(id, "stopped");
  expect(await steps()).toEqual([]);
});

test("one whose job died with its worker is marked as failed, can be resumed, and no other is touched", async () => {
  const id = await begin();
  const other = await begin();
  await database.pool.query(
    "update graphile_worker._private_jobs set attempts = max_attempts, last_error = 'the worker died' where payload ->> 'id' = $1",
    [id],
  );
  expect(await failAbandonedLongOperations(database.house)).toEqual([id]);
  expect(await readLongOperation(database.pool, id)).toMatchObject({ state: "failed", error: "the worker died" });
  expect(await stateOf(other)).toBe("queued");
  expect(await listDeadJobs(database.pool, { limit: 10 })).toEqual([]);
  expect(await resumeLongOperation(database.house, id, LIN_XIAO)).toBe("queued");
  await startWorkers();
  await reaches(id, "done");
  await reaches(other, "done");
});

test("two slices of one long operation at once take turns and repeat nothing", async () => {
  const id = await begin();
  await database.pool.query(
    "select graphile_worker.add_job('long_operation/test.climb', json_build_object('id', $1::text)) from generate_series(1, 3)",
    [id],
  );
  await startWorkers();
  await startWorkers();
  await reaches(id, "done");
  expect(await steps()).toEqual(upTo(STEPS));
});

test("a worker that is told to stop hands over after its batch", async () => {
  const { reached, goOn } = holdAt(3);
  const id = await begin();
  const first = await startWorkers();
  await reached;
  const stopping = first.stop();
  goOn();
  await stopping;
  expect(await readLongOperation(database.pool, id)).toMatchObject({ state: "running", done: 3 });
  await startWorkers();
  await reaches(id, "done");
  expect(await steps()).toEqual(upTo(STEPS));
});

test("long operations are listed by who began them, the newest first, page by page", async () => {
  const ids = [await begin(), await begin(), await begin()];
  const first = await listLongOperations(database.pool, { open: true, personId: LIN_XIAO, limit: 2 });
  expect(first.map(({ id }) => id)).toEqual([ids[2], ids[1]]);
  const last = first.at(-1);
  if (!last) throw new Error("unreachable");
  const second = await listLongOperations(database.pool, { open: true, personId: LIN_XIAO, limit: 2, after: last });
  expect(second.map(({ id }) => id).slice(0, 1)).toEqual([ids[0]]);
  expect(await listLongOperations(database.pool, { personId: ZHAO_LEI, limit: 2 })).toEqual([]);
});
