import type { Context, House } from "../../platform/ledger/context.ts";
import { ensureTouchMonths, insertTouches } from "./touches.queries.ts";
import type { NewTouch } from "./touches.queries.ts";

/** Kinds of touches (domain: `touch`). */
export type TouchKind =
  "form" | "visit" | "event_seat" | "email_click" | "reply" | "answered_call" | "content_view" | "meeting";

/** What a customer did towards us, by the identifier it came by. */
export interface TouchDraft {
  readonly identifierId: string;
  readonly at: Date;
  readonly kind: TouchKind;
  readonly channel?: string | null;
  readonly campaignId?: string | null;
  readonly productLineId?: string | null;
  readonly title?: string | null;
  readonly details?: Readonly<Record<string, unknown>>;
}

/** Touches are believed from here on: an import that says 1970 means "unknown". */
export const EARLIEST_TOUCH = new Date("2000-01-01T00:00:00.000Z");
const LATEST_AHEAD_MS = 366 * 86_400_000;

/**
 * Makes the monthly partitions that these instants need, in a transaction of its own: call it before the operation that
 * records them, because making a partition waits for everybody who uses the table.
 */
export async function prepareTouchMonths(house: House, instants: readonly Date[]): Promise<void> {
  const times = instants.map((instant) => instant.getTime());
  if (times.length === 0) return;
  const first = times.reduce((a, b) => Math.min(a, b));
  const last = times.reduce((a, b) => Math.max(a, b));
  await ensureTouchMonths(house.pool, new Date(first), new Date(last));
}

/** Whether a touch at this instant is believable: since 2000 and at most a year ahead. */
export function isTouchTime(at: Date, now: Date): boolean {
  return at >= EARLIEST_TOUCH && at.getTime() <= now.getTime() + LATEST_AHEAD_MS;
}

/**
 * Records touches and announces the contacts' identifiers they came by (`touch.recorded`).
 * @param event `touch.imported` for touches of long ago that a file brings: they score nobody anew and wake nobody.
 * @throws RangeError for a time that is not believable; callers refuse such rows with their own words before.
 */
export async function recordTouches(
  context: Context,
  touches: readonly TouchDraft[],
  event: "touch.recorded" | "touch.imported" = "touch.recorded",
): Promise<void> {
  const stray = touches.find((touch) => !isTouchTime(touch.at, context.now));
  if (stray) throw new RangeError(`a touch at ${stray.at.toISOString()} is not believable`);
  const rows: NewTouch[] = touches.map((touch) => ({
    id: context.newId(),
    identifier_id: touch.identifierId,
    at: touch.at,
    kind: touch.kind,
    channel: touch.channel ?? null,
    campaign_id: touch.campaignId ?? null,
    product_line_id: touch.productLineId ?? null,
    title: touch.title ?? null,
    details: touch.details ?? {},
  }));
  await insertTouches(context, rows);
  await context.emit(event, [...new Set(touches.map((touch) => touch.identifierId))]);
}
