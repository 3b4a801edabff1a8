import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useMinute } from "../../ui/hooks/useMinute.ts";
import { useLanguage } from "../language/language.ts";
import { useCompany } from "../session/useCompany.ts";
import { dayAmount, deadline, duration, exactDuration, type Deadline } from "./durations.ts";
import type { FormatContext } from "./format-context.ts";
import { exactMoney, money, moneyRange } from "./money.ts";
import { clockTime, day, dayHead, dayWithWeekday, fullMoment, isoDay, moment, month } from "./moments.ts";
import { count, estimate, headlineCount, percent, points, times } from "./numbers.ts";
import { phone } from "./phone.ts";

/** An instant as the contract sends it (ISO) or as the browser counts it (epoch ms). */
export type Instant = string | number;

const epoch = (instant: Instant): number => (typeof instant === "number" ? instant : Date.parse(instant));

const VIEWER_ZONE = Intl.DateTimeFormat().resolvedOptions().timeZone;

/** Everything that is written the way people write it, in the language and zones of whoever looks. */
export interface Format {
  count: (value: number) => string;
  headlineCount: (value: number) => string;
  estimate: (value: number, exact: boolean) => string;
  percent: (share: number) => string;
  points: (difference: number) => string;
  times: (value: number) => string;
  money: (minor: number, currency?: string, fixed?: boolean) => string;
  exactMoney: (minor: number, currency?: string) => string;
  moneyRange: (from: number, to: number, currency?: string) => string;
  clockTime: (instant: Instant) => string;
  moment: (instant: Instant) => string;
  fullMoment: (instant: Instant) => string;
  day: (instant: Instant) => string;
  dayHead: (instant: Instant) => string;
  dayWithWeekday: (instant: Instant) => string;
  month: (instant: Instant) => string;
  isoDay: (instant: Instant) => string;
  duration: (ms: number) => string;
  exactDuration: (ms: number) => string;
  dayAmount: (days: number) => string;
  deadline: (startAt: Instant, dueAt: Instant) => Deadline;
  phone: (number: string) => string;
  /** The minute that "today" and every deadline refer to, epoch ms. */
  now: number;
}

/** The formatters bound to the viewer; they turn with the minute. */
export function useFormat(): Format {
  const { t } = useTranslation("format");
  const language = useLanguage();
  const { timeZone, currency } = useCompany();
  const minute = useMinute();
  return useMemo(() => {
    const context: FormatContext = { t, language, companyZone: timeZone, viewerZone: VIEWER_ZONE, currency };
    return formatOf(context, minute);
  }, [t, language, timeZone, currency, minute]);
}

function formatOf(context: FormatContext, now: number): Format {
  return {
    now,
    count,
    percent,
    points,
    headlineCount: (value) => headlineCount(context, value),
    estimate: (value, exact) => estimate(context, value, exact),
    times: (value) => times(context, value),
    money: (minor, currency, fixed) => money(context, minor, currency, fixed),
    exactMoney: (minor, currency) => exactMoney(context, minor, currency),
    moneyRange: (from, to, currency) => moneyRange(context, from, to, currency),
    clockTime: (instant) => clockTime(context, epoch(instant)),
    moment: (instant) => moment(context, epoch(instant), Math.max(now, Date.now())),
    fullMoment: (instant) => fullMoment(context, epoch(instant), now),
    day: (instant) => day(context, epoch(instant), now),
    dayHead: (instant) => dayHead(context, epoch(instant), now),
    dayWithWeekday: (instant) => dayWithWeekday(context, epoch(instant)),
    month: (instant) => month(context, epoch(instant), now),
    isoDay: (instant) => isoDay(context, epoch(instant)),
    duration: (ms) => duration(context, ms),
    exactDuration: (ms) => exactDuration(context, ms),
    dayAmount: (days) => dayAmount(context, days),
    deadline: (startAt, dueAt) =>
      deadline(context, { startAt: epoch(startAt), dueAt: epoch(dueAt), now }, (instant) =>
        clockTime(context, instant),
      ),
    phone: (number) => phone(context, number),
  };
}
