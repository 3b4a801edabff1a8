import type { Actor, Announcement, Context } from "../ledger/context.ts";
import type { OperationKind } from "../ledger/operation-kind.ts";
import type { JobPriority } from "../jobs/job-definition.ts";

/** Somebody who wants to know. Declared in `<capability>.jobs.ts`; the list of all goes to `createAnnouncer` and `startJobs`. */
export interface Subscription {
  /** The name, or names, of the event. */
  readonly event: string | readonly string[];
  /** `<capability>.<verb>`; unique, and kept for ever: it is how a second run knows of the first. */
  readonly subscriber: string;
  /** The kind of the operation that the handler runs in. */
  readonly kind: OperationKind;
  /** Who acts; the house itself unless given. Not a person: what a handler does is undone with its cause. */
  readonly actor?: Exclude<Actor, { kind: "person" }>;
  /** `interactive` unless given. Announcements of many records have the priority `bulk` whatever is said here. */
  readonly priority?: JobPriority;
  /** Handlers of one queue run one after the other, over all processes. */
  readonly queue?: string;
  /**
   * Reads the present state of the records and answers to it. Whatever it writes is committed together with the note that
   * this subscriber has seen this event, so it has effect once, though it may be called again.
   * @returns "nothing" when there was nothing to do: then no operation is kept.
   */
  handle(context: Context, announcement: Announcement): Promise<"nothing" | void>;
}

/** Declares a subscription. */
export function subscribe(subscription: Subscription): Subscription {
  return subscription;
}

/** The events of a subscription as a list. */
export function eventsOf({ event }: Subscription): readonly string[] {
  return typeof event === "string" ? [event] : event;
}
