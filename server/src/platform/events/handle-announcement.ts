import type { PoolClient } from "pg";
import { z } from "zod";
import type { Announcement, Context, House } from "../ledger/context.ts";
import { operate } from "../ledger/operate.ts";
import { laneOf } from "../jobs/task.ts";
import type { Task } from "../jobs/task.ts";
import { bulkTaskOfSubscriber, taskOfSubscriber } from "./create-announcer.ts";
import { isUndone } from "./is-undone.ts";
import type { Subscription } from "./subscription.ts";

/** What became of an announcement: handled, handled by an earlier run, or its cause was undone before anybody came to it. */
export type Handled = "handled" | "seen" | "undone";

const AnnouncementPayload = z.object({
  eventId: z.uuid(),
  event: z.string(),
  operationId: z.uuid(),
  ids: z.array(z.string()),
});

/** Thrown to roll back an operation in which there was nothing left to do. */
class SeenBefore extends Error {}

/**
 * Notes that a subscriber has seen an event, in the transaction of the connection. Waits for another run that is noting
 * the same just now.
 * @returns false when it was noted before.
 */
export async function noteHandled(client: PoolClient, eventId: string, subscriber: string): Promise<boolean> {
  const { rowCount } = await client.query({
    name: "note-handled",
    text: "insert into event_handled (event_id, subscriber) values ($1, $2) on conflict do nothing",
    values: [eventId, subscriber],
  });
  return rowCount === 1;
}

/**
 * Brings an announcement to a subscriber, with effect once: in an operation of its own, caused by the one that announced.
 * @throws what the subscriber throws, after rolling back, so that it is tried again.
 */
export async function handleAnnouncement(
  house: House,
  subscription: Subscription,
  announcement: Announcement,
): Promise<Handled> {
  const { actor = { kind: "system" }, kind } = subscription;
  try {
    const { result } = await operate(
      house,
      { actor, kind, source: "job", causeId: announcement.operationId },
      (context) => handleOnce(context, subscription, announcement),
    );
    return result;
  } catch (error) {
    if (error instanceof SeenBefore) return "seen";
    throw error;
  }
}

async function handleOnce(context: Context, subscription: Subscription, announcement: Announcement): Promise<Handled> {
  if (!(await noteHandled(context.client, announcement.eventId, subscription.subscriber))) throw new SeenBefore();
  if (await isUndone(context.client, announcement.operationId)) {
    await forgetOperation(context);
    return "undone";
  }
  if ((await subscription.handle(context, announcement)) === "nothing") await forgetOperation(context);
  return "handled";
}

/** The note stays, the operation goes: a list of acts should not name those that were none. */
async function forgetOperation({ client, operationId }: Context): Promise<void> {
  await client.query("delete from operation where id = $1", [operationId]);
}

/** A subscription as tasks: one for a few records, one that lets many wait behind them. */
export function tasksOfSubscription(subscription: Subscription): Task[] {
  const { subscriber, queue, priority = "interactive" } = subscription;
  const run: Task["run"] = async (house, payload) => {
    await handleAnnouncement(house, subscription, AnnouncementPayload.parse(payload));
  };
  const task = { name: taskOfSubscriber(subscriber), lane: laneOf(priority, queue), run };
  return queue === undefined ? [task, { name: bulkTaskOfSubscriber(subscriber), lane: "bulk", run }] : [task];
}
