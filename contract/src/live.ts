import { z } from "zod";

/** Where a browser listens (`EventSource`); one stream a browser, shared by its tabs. */
export const LIVE_PATH = "/api/live";

/**
 * One `message` of the stream: something of this topic has changed. It carries ids and counts; details are asked for with
 * the viewer's rights. After a reconnection everything shown may be old: read again.
 */
export const LiveMessage = z.object({
  /** `longOperation`, `notification`, `people` (rights may have changed: ask whoAmI) … */
  topic: z.string(),
  /** Which records; any of the topic when absent. */
  ids: z.array(z.string()).optional(),
  /** Small numbers to show without asking, such as unread notifications. */
  counts: z.record(z.string(), z.number()).optional(),
});
export type LiveMessage = z.infer<typeof LiveMessage>;

/** The name of the stream's last event, when the session has ended: do not reconnect, sign in. */
export const LIVE_END = "signed-out";
