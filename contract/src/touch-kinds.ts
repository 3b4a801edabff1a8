import { z } from "zod";

/** What a customer can do towards us: the kinds of touches. A visit is one per browsing session. */
export const TOUCH_KINDS = [
  "form",
  "visit",
  "event_seat",
  "email_click",
  "reply",
  "answered_call",
  "content_view",
  "meeting",
] as const;
export const TouchKind = z.enum(TOUCH_KINDS);
export type TouchKind = z.infer<typeof TouchKind>;
