import type { ActivityChannel, ActivityKind, ActivityOutcome } from "@tongzhou/contract/activities";
import type { TouchKind } from "@tongzhou/contract/touch-kinds";

/** What the customer did by it, when they took part. */
export interface TouchOfActivity {
  readonly kind: TouchKind;
  readonly channel: string;
}

/**
 * An activity is effective when the customer took part in it: a call that was answered, a reply, a visit or meeting that
 * took place. It then counts as one touch (domain: `activity`); null for one without the customer.
 */
export function touchOfActivity({
  kind,
  channel,
  outcome,
}: {
  readonly kind: ActivityKind;
  readonly channel: ActivityChannel | null;
  readonly outcome: ActivityOutcome | null;
}): TouchOfActivity | null {
  if (kind === "call" && outcome === "reached") return { kind: "answered_call", channel: "phone" };
  if (kind === "message" && outcome === "replied") return { kind: "reply", channel: channel ?? "wechat" };
  if ((kind === "visit" || kind === "meeting") && outcome === "held") return { kind: "meeting", channel: "in_person" };
  return null;
}
