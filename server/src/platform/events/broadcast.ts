import { z } from "zod";
import type { Queryable } from "../jobs/queue-jobs.ts";

/** The channel of PostgreSQL that all processes of a house listen on. */
export const BROADCAST_CHANNEL = "tongzhou";

/** PostgreSQL refuses payloads of 8,000 bytes. */
const LARGEST_PAYLOAD_BYTES = 7999;

export const BroadcastMessage = z.object({
  /** What it is about, in camelCase: `longOperation`, `notification`, `session`. */
  topic: z.string(),
  /** Whom it concerns; everybody when absent. */
  personIds: z.array(z.string()).optional(),
  /** Which records; any of the topic when absent. */
  ids: z.array(z.string()).optional(),
  /** Small numbers to show without asking, such as unread notifications. */
  counts: z.record(z.string(), z.number()).optional(),
});
/** A small word to all processes, for live pages and caches. It carries ids and counts, never values. */
export type BroadcastMessage = z.infer<typeof BroadcastMessage>;

/**
 * Tells all processes, when the transaction of the connection commits. Only one such commit is let through at a time in the
 * whole database, so this is for what happens a few times a second, not for every row. A message that is too long loses its
 * ids, then its persons: whoever hears it must look again at more than was necessary.
 */
export async function broadcast(queryable: Queryable, message: BroadcastMessage): Promise<void> {
  await queryable.query("select pg_notify($1, $2)", [BROADCAST_CHANNEL, payloadOf(message)]);
}

/** The text that is sent for a message. */
export function payloadOf(message: BroadcastMessage): string {
  const { ids: _ids, ...withoutIds } = message;
  const { personIds: _personIds, ...forEverybody } = withoutIds;
  const payload = [message, withoutIds, forEverybody]
    .map((candidate) => JSON.stringify(candidate))
    .find((text) => Buffer.byteLength(text) <= LARGEST_PAYLOAD_BYTES);
  if (payload === undefined) throw new RangeError(`a broadcast about ${message.topic.slice(0, 50)} is too long`);
  return payload;
}
