import { z } from "zod";
import { setTimeout as sleep } from "node:timers/promises";
import { createAnnouncer } from "../events/create-announcer.ts";
import { subscribe } from "../events/subscription.ts";
import type { Subscription } from "../events/subscription.ts";
import type { Announcement, Context } from "../ledger/context.ts";
import { operationKind } from "../ledger/operation-kind.ts";
import { defineLongOperation } from "./long-operation.ts";

// What the workers of the kill tests do, shared by the test and the processes it kills: boats are launched, subscribers
// write trips for them, and a long operation paints them in batches. Work takes a little time, so that kills hit it.

export const HARBOUR_TABLES = `
  create table trip (
    id uuid primary key,
    boat_id uuid not null,
    subscriber text not null,
    operation_id uuid not null default current_operation()
  );
  comment on table trip is 'kind: business. What subscribers of the tests write.';
  create table coat (
    id uuid primary key,
    number int not null,
    operation_id uuid not null default current_operation()
  );
  comment on table coat is 'kind: business. What the long operation of the tests writes.';
  select ledger.attach_all();`;

const TRIP = operationKind("trip.write");
export const LAUNCH = operationKind("boat.launch");
export const PAINT = operationKind("boat.paint_all");
const PAINT_BATCH = operationKind("boat.paint_batch");

const SLOWEST_MS = 12;

async function writeTrips({ client, newId }: Context, { ids }: Announcement, subscriber: string): Promise<void> {
  for (const boatId of ids) {
    await client.query("insert into trip (id, boat_id, subscriber) values ($1, $2, $3)", [newId(), boatId, subscriber]);
    await sleep(Math.random() * SLOWEST_MS);
  }
}

const writer = (subscriber: string, event: string, extra: Partial<Subscription> = {}): Subscription =>
  subscribe({
    event,
    subscriber,
    kind: TRIP,
    handle: (context, announcement) => writeTrips(context, announcement, subscriber),
    ...extra,
  });

/** One of each lane, and one that only hears of boats through the work of another. */
export const HARBOUR_SUBSCRIPTIONS: readonly Subscription[] = [
  writer("test.quick", "boat.launched"),
  writer("test.queued", "boat.launched", { queue: "harbour" }),
  writer("test.bulk", "boat.launched", { priority: "bulk" }),
  writer("test.relay", "boat.launched", {
    async handle(context, announcement) {
      await writeTrips(context, announcement, "test.relay");
      await context.emit("boat.seen", announcement.ids);
    },
  }),
  writer("test.follower", "boat.seen"),
];

export const harbourAnnouncer = createAnnouncer(HARBOUR_SUBSCRIPTIONS);

const PaintRequest = z.object({ coats: z.number(), batchSize: z.number() });
const PaintPosition = z.object({ next: z.number() });

/** Writes the numbers 1 to `coats`, each once, in order. */
export const paintAll = defineLongOperation<z.infer<typeof PaintRequest>, z.infer<typeof PaintPosition>>({
  name: "test.paint",
  batchKind: PAINT_BATCH,
  request: PaintRequest,
  position: PaintPosition,
  async batch({ client, newId }, { request, position: { next } }) {
    const end = Math.min(next + request.batchSize, request.coats + 1);
    for (let number = next; number < end; number++) {
      await client.query("insert into coat (id, number) values ($1, $2)", [newId(), number]);
      await sleep(Math.random() * SLOWEST_MS);
    }
    return { position: { next: end }, done: end - next, counts: { painted: end - next }, isLast: end > request.coats };
  },
});
