import type { FormatContext } from "./format-context.ts";
import { decimal } from "./numbers.ts";

const SECOND_MS = 1000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** From here on hours say more than they help. */
const DAYS_FROM_MS = 2 * DAY_MS;

/** From here on minutes say nothing that anybody acts on, and a column of clocks stays narrow. */
const WHOLE_HOURS_FROM_MS = 10 * HOUR_MS;

/** `8 分`, `1 小时 12 分`, `21 小时`, `48 天`: rounded down. Below a minute: seconds. */
export function duration({ t }: FormatContext, ms: number): string {
  const length = Math.max(0, ms);
  if (length >= DAYS_FROM_MS) return t("days", { count: Math.floor(length / DAY_MS) });
  if (length < MINUTE_MS) return t("seconds", { count: Math.floor(length / SECOND_MS) });
  const hours = Math.floor(length / HOUR_MS);
  const minutes = Math.floor((length % HOUR_MS) / MINUTE_MS);
  if (hours === 0) return t("minutes", { count: minutes });
  if (minutes === 0 || length >= WHOLE_HOURS_FROM_MS) return t("hours", { count: hours });
  return t("join", { first: t("hours", { count: hours }), second: t("minutes", { count: minutes }) });
}

/** `3 分 12 秒`: for how long somebody read or talked; from an hour on as `duration`. */
export function exactDuration(context: FormatContext, ms: number): string {
  const { t } = context;
  const length = Math.max(0, Math.round(ms / SECOND_MS) * SECOND_MS);
  const seconds = (length % MINUTE_MS) / SECOND_MS;
  if (length >= HOUR_MS || length < MINUTE_MS || seconds === 0) return duration(context, length);
  return t("join", {
    first: duration(context, length - seconds * SECOND_MS),
    second: t("seconds", { count: seconds }),
  });
}

/** `6.5 天`: medians and the like. */
export const dayAmount = ({ t }: FormatContext, days: number): string => t("dayAmount", { amount: decimal(days, 1) });

export interface Deadline {
  tone: "calm" | "soon" | "over" | "pause";
  /** Share of the time that is left, 0 to 1. */
  left: number;
  /** For tables: `剩 8 分`, and bare while it is calm. */
  words: string;
  /** For a header or a card: `还剩 8 分钟`. */
  longWords: string;
}

/** As `duration`, but minutes alone are written out: `8 分钟`. */
function longDuration(context: FormatContext, ms: number): string {
  const isMinutesAlone = ms >= MINUTE_MS && ms < HOUR_MS;
  return isMinutesAlone ? context.t("minutesAlone", { count: Math.floor(ms / MINUTE_MS) }) : duration(context, ms);
}

/** From a third on the clock is drawn bold and amber. */
const SOON_SHARE = 1 / 3;

export interface DeadlineTimes {
  /** When the clock began to run; ahead of `now` while it waits for working hours. Epoch ms. */
  startAt: number;
  dueAt: number;
  now: number;
}

/**
 * A clock that runs out: `剩 8 分`, `超时 6 分`, `13:30 起算`. Minutes left are rounded up and minutes over down, so that
 * it never says 0; times are of the viewer.
 */
export function deadline(
  context: FormatContext,
  { startAt, dueAt, now }: DeadlineTimes,
  clockTime: (instant: number) => string,
): Deadline {
  const { t } = context;
  if (startAt > now) {
    const words = t("startsAt", { time: clockTime(startAt) });
    return { tone: "pause", left: 1, words, longWords: words };
  }
  const remaining = dueAt - now;
  if (remaining <= 0) {
    const late = Math.max(MINUTE_MS, Math.floor(-remaining / MINUTE_MS) * MINUTE_MS);
    const words = t("over", { duration: duration(context, late) });
    return { tone: "over", left: 0, words, longWords: words };
  }
  const left = Math.min(1, remaining / Math.max(1, dueAt - startAt));
  const wholeMinutes = Math.ceil(remaining / MINUTE_MS) * MINUTE_MS;
  const said = duration(context, wholeMinutes);
  const longWords = t("leftLong", { duration: longDuration(context, wholeMinutes) });
  if (left <= SOON_SHARE) return { tone: "soon", left, words: t("left", { duration: said }), longWords };
  return { tone: "calm", left, words: said, longWords };
}
