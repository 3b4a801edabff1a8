import type { Announcement, Announcer } from "../ledger/context.ts";
import { queueJobs } from "../jobs/queue-jobs.ts";
import type { QueuedJob } from "../jobs/queue-jobs.ts";
import { eventsOf } from "./subscription.ts";
import type { Subscription } from "./subscription.ts";

/** Announcements of more records than this wait behind what a person does to one or two. */
export const BULK_FROM_IDS = 50;

/** The task that brings announcements to a subscriber. */
export const taskOfSubscriber = (subscriber: string): string => `event/${subscriber}`;

/** Finds the subscriber in the name of its task. */
export const EVENT_TASK = /^event\/([^/]+)(?:\/bulk)?$/;

/** The task of the same subscriber for announcements of many records. */
export const bulkTaskOfSubscriber = (subscriber: string): string => `event/${subscriber}/bulk`;

/**
 * The announcer of the house: one job for every subscriber, all queued by one statement in the transaction of the
 * operation that announces.
 * @throws Error when two subscriptions have the same name, because then one would be taken for a second run of the other.
 */
export function createAnnouncer(subscriptions: readonly Subscription[]): Announcer {
  const listeners = new Map<string, Subscription[]>();
  const names = new Set<string>();
  for (const subscription of subscriptions) {
    if (names.has(subscription.subscriber)) throw new Error(`two subscribers are called ${subscription.subscriber}`);
    names.add(subscription.subscriber);
    for (const event of eventsOf(subscription)) {
      listeners.set(event, [...(listeners.get(event) ?? []), subscription]);
    }
  }
  return {
    hears: (event) => listeners.has(event),
    announce: (client, announcements) =>
      queueJobs(
        client,
        announcements.flatMap((announcement) =>
          (listeners.get(announcement.event) ?? []).map((listener) => jobOf(listener, announcement)),
        ),
      ),
  };
}

function jobOf({ subscriber, queue, priority = "interactive" }: Subscription, announcement: Announcement): QueuedJob {
  const isBulk = announcement.ids.length > BULK_FROM_IDS;
  return {
    // Within a named queue one task serves both: whoever ends a job there must be able to take the next by priority.
    task: isBulk && queue === undefined ? bulkTaskOfSubscriber(subscriber) : taskOfSubscriber(subscriber),
    payload: announcement,
    priority: isBulk ? "bulk" : priority,
    queue,
  };
}
